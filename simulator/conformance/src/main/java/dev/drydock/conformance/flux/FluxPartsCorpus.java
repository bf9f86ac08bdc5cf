package dev.drydock.conformance.flux;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import org.apiguardian.api.API;

/** The corpus {@code flux-parts}: each of its files is asked by itself. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FluxPartsCorpus {

    private FluxPartsCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("flux-parts", "topic", folder -> question -> {
            String operation = question.findText("op");
            return Answer.of(FluxParts.answer(operation, question.findMap("in")));
        });
    }
}
