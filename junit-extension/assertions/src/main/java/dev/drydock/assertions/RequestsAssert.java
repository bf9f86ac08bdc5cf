package dev.drydock.assertions;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.scenario.run.RequestResult;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the answers to the requests of one operation. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RequestsAssert extends AbstractAssert<RequestsAssert, List<RequestResult>> {

    RequestsAssert(List<RequestResult> results) {
        super(results, RequestsAssert.class);
    }

    /** Verifies that there were requests and the server accepted every one. */
    public RequestsAssert areAccepted() {
        for (RequestResult result : requests()) {
            if (!result.isAccepted()) {
                fail(result, "accepted");
            }
        }
        return this;
    }

    /** Verifies that there were requests and the server refused every one. */
    public RequestsAssert areBlocked() {
        for (RequestResult result : requests()) {
            if (result.isAccepted() || result.notModelled() != null) {
                fail(result, "refused");
            }
        }
        return this;
    }

    /** Verifies the reason of every refusal. */
    public RequestsAssert haveReason(String reason) {
        for (RequestResult result : requests()) {
            if (!result.reason().equals(reason)) {
                fail(result, "reason " + reason);
            }
        }
        return this;
    }

    /** Verifies that the message of every refusal contains a text. */
    public RequestsAssert messagesContain(String text) {
        for (RequestResult result : requests()) {
            if (!result.message().contains(text)) {
                fail(result, "message contains \"" + text + "\"");
            }
        }
        return this;
    }

    private List<RequestResult> requests() {
        isNotNull();
        if (actual.isEmpty()) {
            failWithMessage("no request was made: is the manifest empty?");
        }
        return actual;
    }

    private void fail(RequestResult result, String expected) {
        String found =
                result.isAccepted() ? "accepted" : result.code() + " " + result.reason() + "\n" + result.message();
        String gap = result.notModelled();
        FailureText text = FailureText.of("request for " + result.object())
                .line("expected", expected)
                .line("found", gap == null ? found : "NotModelled: " + gap);
        if (result.manifest().isKnown()) {
            text.line("manifest", result.manifest().toString());
        }
        result.explanation().ifPresent(explanation -> append(explanation, text));
        failWithMessage("%s", text.text());
    }

    private static void append(Explanation explanation, FailureText text) {
        text.line("because", explanation.because());
        explanation.considered().forEach(line -> text.line("", line));
        explanation.toAllow().forEach(line -> text.line("to allow", line));
    }
}
