package dev.drydock.conformance.helm;

import dev.drydock.conformance.Corpus;
import dev.drydock.conformance.FolderCorpus;
import org.apiguardian.api.API;

/** The corpus {@code helm-charts}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ChartCorpus {

    private ChartCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return FolderCorpus.notModelled("helm-charts", "helm");
    }
}
