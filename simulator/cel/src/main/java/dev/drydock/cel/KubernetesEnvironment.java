package dev.drydock.cel;

import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.check.Validator;
import dev.drydock.cel.kubernetes.CidrLibrary;
import dev.drydock.cel.kubernetes.IpLibrary;
import dev.drydock.cel.kubernetes.KubernetesListsLibrary;
import dev.drydock.cel.kubernetes.RegexLibrary;
import dev.drydock.cel.kubernetes.SemverLibrary;
import dev.drydock.cel.kubernetes.UrlLibrary;
import dev.drydock.cel.library.ComprehensionLibrary;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.ListsLibrary;
import dev.drydock.cel.library.OptionalLibrary;
import dev.drydock.cel.library.SetsLibrary;
import dev.drydock.cel.library.StandardLibrary;
import dev.drydock.cel.library.StringsLibrary;
import dev.drydock.cel.parse.Syntax;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What every expression in the objects of Kubernetes 1.36 may say (apiserver, pkg/cel/environment/base.go). All options are
 * older than the version that the server is compatible with, so that new expressions may say the same as stored ones.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class KubernetesEnvironment {

    /** In the order in which upstream adds them, which is that of the forms of a function. */
    private static final List<Library> LIBRARIES = List.of(
            new StandardLibrary(),
            new UrlLibrary(),
            new RegexLibrary(),
            new KubernetesListsLibrary(),
            new OptionalLibrary(),
            StringsLibrary.version(2),
            new SetsLibrary(),
            new IpLibrary(),
            new CidrLibrary(),
            new ComprehensionLibrary(),
            new SemverLibrary(),
            new ListsLibrary());

    private static final List<Validator> VALIDATORS = List.of();
    private static @Nullable Environment base;

    private KubernetesEnvironment() {}

    /** The environment without variables; made when it is first asked for. */
    public static synchronized Environment base() {
        if (base == null) {
            base = new Environment(
                    new Syntax(true, true, false, false), Declarations.of(LIBRARIES, true), VALIDATORS);
        }
        return base;
    }
}
