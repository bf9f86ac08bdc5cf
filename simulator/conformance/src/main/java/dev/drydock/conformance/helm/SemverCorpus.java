package dev.drydock.conformance.helm;

import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import org.apiguardian.api.API;

/** The corpus {@code helm-semver}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SemverCorpus {

    private SemverCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.notModelled("helm-semver", "kind", "helm");
    }
}
