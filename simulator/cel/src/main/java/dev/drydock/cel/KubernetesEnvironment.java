package dev.drydock.cel;

import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.check.FormatValidator;
import dev.drydock.cel.check.HomogeneousValidator;
import dev.drydock.cel.check.LiteralValidator;
import dev.drydock.cel.check.Validator;
import dev.drydock.cel.interpret.ProgramOptions;
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
import dev.drydock.cel.library.Patterns;
import dev.drydock.cel.library.SetsLibrary;
import dev.drydock.cel.library.StandardLibrary;
import dev.drydock.cel.library.StringsLibrary;
import dev.drydock.cel.parse.Syntax;
import dev.drydock.cel.value.Conversion;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

    /** No expression may cost more than this at run time (apiserver, pkg/apis/cel/config.go). */
    private static final long PER_CALL = 1_000_000;

    /** How programs are made: constants are computed beforehand, and asking for a field's presence costs nothing. */
    public static final ProgramOptions OPTIONS =
            new ProgramOptions(true, false, (function, overload, arguments, result) -> null, PER_CALL);

    private static @Nullable Environment base;

    private KubernetesEnvironment() {}

    /** The environment without variables; made when it is first asked for. */
    public static synchronized Environment base() {
        if (base == null) {
            Declarations declarations = Declarations.of(LIBRARIES, false);
            List<Validator> validators = List.of(
                    new HomogeneousValidator(),
                    new LiteralValidator("duration", reads(Conversion::toDuration)),
                    new LiteralValidator("timestamp", reads(Conversion::toTimestamp)),
                    new LiteralValidator("matches", KubernetesEnvironment::isPattern),
                    new FormatValidator());
            base = new Environment(new Syntax(true, true, false, false, true), declarations, validators);
        }
        return base;
    }

    /** Whether a conversion takes a constant. */
    private static Predicate<Value> reads(UnaryOperator<Value> conversion) {
        return value -> !(conversion.apply(value) instanceof Failure);
    }

    private static boolean isPattern(Value value) {
        if (value instanceof Scalar.Text text) {
            try {
                Patterns.compile(text.value());
            } catch (PatternSyntaxException e) {
                return false;
            }
        }
        return true;
    }
}
