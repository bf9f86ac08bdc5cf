package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiRequest;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.AuditListener;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;

/** Keeps the last refusals with the decisions behind them. */
final class RefusalLog implements AuditListener {

    private static final int MOST = 2_000;

    private final Deque<ApiResponse> refusals = new ArrayDeque<>();

    /** Takes over what another log keeps. */
    void addAll(RefusalLog other) {
        refusals.addAll(other.refusals);
    }

    @Override
    public void answered(ApiRequest request, ApiResponse response) {
        if (!response.isSuccess() && response.explanation() != null) {
            refusals.addLast(response);
            if (refusals.size() > MOST) {
                refusals.removeFirst();
            }
        }
    }

    /** The last refusal whose words a text quotes. */
    Optional<ApiResponse> quotedBy(String text) {
        for (Iterator<ApiResponse> latest = refusals.descendingIterator(); latest.hasNext(); ) {
            ApiResponse refusal = latest.next();
            String message = refusal.message();
            if (!message.isEmpty() && text.contains(message)) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }
}
