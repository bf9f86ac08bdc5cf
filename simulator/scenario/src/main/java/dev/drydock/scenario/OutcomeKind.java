package dev.drydock.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apiguardian.api.API;

/** The outcomes of requests and of reconciled objects. */
@API(status = API.Status.STABLE, since = "0.1")
public enum OutcomeKind {
    /** Stored; or Ready at the current generation and revision. */
    ACCEPTED,
    /** Refused; or refused by a rule and not retried. */
    BLOCKED,
    /** Not ready, and every retry ends the same way. */
    STUCK,
    /** Work is still due. */
    PROGRESSING,
    /** Suspended by its owner. */
    SUSPENDED,
    /** The prediction would rest on something that is not modelled. */
    NOT_MODELLED;

    /** As scenarios spell it: {@code NotModelled}. */
    @Override
    public String toString() {
        if (this == NOT_MODELLED) {
            return "NotModelled";
        }
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** The outcome of a spelling. */
    public static Optional<OutcomeKind> parse(String spelling) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(spelling))
                .findFirst();
    }

    /** All spellings. */
    public static List<String> spellings() {
        return Arrays.stream(values()).map(OutcomeKind::toString).toList();
    }
}
