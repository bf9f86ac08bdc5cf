package dev.drydock.conformance.rbac;

import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import org.apiguardian.api.API;

/** The corpus {@code rbac}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RbacCorpus {

    private RbacCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("rbac", "kind", folder -> new RbacAnswers(Worlds.read(folder)));
    }
}
