package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.GoQuote;
import java.util.Optional;
import java.util.regex.Pattern;

/** The deadline that a request may set itself; heard of before anything else (endpoints/filters/request_deadline.go). */
final class RequestDeadline {

    private static final Pattern DURATION =
            Pattern.compile("[-+]?(0|(([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+)");
    private static final Pattern NO_UNIT = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

    private RequestDeadline() {}

    /** Why it cannot be read. */
    static Optional<Status> mistake(RestRequest request) {
        String timeout = request.parameter("timeout");
        if (timeout.isEmpty() || DURATION.matcher(timeout).matches()) {
            return Optional.empty();
        }
        String wrong = NO_UNIT.matcher(timeout).matches() ? "missing unit in duration " : "invalid duration ";
        String message = "invalid timeout specified in the request URL - time: " + wrong + GoQuote.quote(timeout);
        return Optional.of(new Status(400, "BadRequest", message, null));
    }
}
