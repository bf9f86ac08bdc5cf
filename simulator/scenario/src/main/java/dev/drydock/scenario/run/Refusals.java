package dev.drydock.scenario.run;

import dev.drydock.scenario.Blocked;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.TextMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges whether requests were refused as they should be. */
final class Refusals {

    private static final String KUSTOMIZATION_FILE = "Kustomization.kustomize.config.k8s.io/";

    private Refusals() {}

    static List<Finding> judge(Operation operation, List<RequestResult> requests) {
        List<Finding> findings = new ArrayList<>();
        Blocked blocked = operation.blocked();
        boolean refused = false;
        for (RequestResult request : requests) {
            String gap = request.notModelled();
            if (gap != null) {
                findings.add(finding(
                        Verdict.NOT_JUDGED,
                        operation,
                        request,
                        placed(
                                request,
                                List.of(
                                        new Finding.Line("expected", blocked == null ? "Accepted" : "Blocked"),
                                        new Finding.Line("found", "NotModelled: " + gap)))));
            } else if (blocked == null && !request.isAccepted()) {
                findings.add(
                        finding(Verdict.FAILED, operation, request, refusal("Accepted", request, findings.isEmpty())));
            } else if (blocked != null && !request.isAccepted()) {
                refused = true;
                String expected = mismatch(blocked, request);
                if (expected != null) {
                    findings.add(finding(
                            Verdict.FAILED, operation, request, refusal(expected, request, findings.isEmpty())));
                }
            }
        }
        if (blocked != null && !refused && findings.isEmpty()) {
            findings.add(notRefused(operation, requests));
        }
        return findings;
    }

    private static Finding notRefused(Operation operation, List<RequestResult> requests) {
        String what = requests.isEmpty()
                ? "no request was made"
                : "Accepted "
                        + String.join(
                                ", ",
                                requests.stream().map(RequestResult::object).toList());
        return new Finding(
                Verdict.FAILED,
                operation.name() + " is blocked",
                operation.location(),
                List.of(
                        new Finding.Line("expected", describe(java.util.Objects.requireNonNull(operation.blocked()))),
                        new Finding.Line("found", what)));
    }

    private static Finding finding(
            Verdict verdict, Operation operation, RequestResult request, List<Finding.Line> lines) {
        return new Finding(verdict, operation.name() + " " + request.object(), operation.location(), lines);
    }

    /** What was expected instead, or null when the refusal is the expected one. */
    private static @Nullable String mismatch(Blocked blocked, RequestResult request) {
        Integer code = blocked.code();
        TextMatch message = blocked.message();
        boolean right = (blocked.reason() == null || blocked.reason().equals(request.reason()))
                && (code == null || code == request.code())
                && (message == null || message.test(request.message()));
        return right ? null : describe(blocked);
    }

    private static String describe(Blocked blocked) {
        StringBuilder text = new StringBuilder("Blocked");
        if (blocked.code() != null) {
            text.append(' ').append(blocked.code());
        }
        if (blocked.reason() != null) {
            text.append(' ').append(blocked.reason());
        }
        TextMatch message = blocked.message();
        return message == null
                ? text.toString()
                : text.append(", message ").append(message.describe()).toString();
    }

    /** The reasons stand at the first refusal of an operation only; the others have much the same. */
    private static List<Finding.Line> refusal(String expected, RequestResult request, boolean withReasons) {
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", expected));
        lines.add(new Finding.Line(
                "found",
                "Blocked " + request.code() + (request.reason().isEmpty() ? "" : " " + request.reason()) + "\n"
                        + request.message()));
        if (request.object().startsWith(KUSTOMIZATION_FILE)) {
            lines.add(new Finding.Line(
                    "next",
                    "this is a file for kustomize, and not an object: apply the files beside it one by one, or what"
                            + " `drydock kustomize build` prints"));
        }
        if (withReasons) {
            request.explanation().ifPresent(explanation -> lines.addAll(Reasons.of(explanation)));
        }
        return placed(request, lines);
    }

    /** Lines with the place of the manifest, for the operation names only its folder. */
    private static List<Finding.Line> placed(RequestResult request, List<Finding.Line> lines) {
        if (!request.manifest().isKnown()) {
            return lines;
        }
        List<Finding.Line> all = new ArrayList<>(lines);
        all.add(new Finding.Line("manifest", request.manifest().toString()));
        return all;
    }
}
