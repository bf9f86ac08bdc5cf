package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Levels of flow control (pkg/apis/flowcontrol/validation/validation.go, ValidatePriorityLevelConfiguration). */
final class PriorityLevelConfigurationRules implements KindRules {

    private static final int MOST_QUEUES = 10_000_000;
    private static final int MOST_ENTROPY = 60;

    @Override
    public FieldErrors validateCreate(MapNode level) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(level, errors).in("spec");
        String type = spec.text("type");
        boolean isExempt = level.findText("metadata", "name").equals("exempt");
        if (isExempt != type.equals("Exempt")) {
            spec.in("type").invalid(type, "type must be 'Exempt' if and only if name is 'exempt'");
        }
        switch (type) {
            case "Exempt" -> {
                if (spec.has("limited")) {
                    spec.in("limited").forbidden("must be nil if the type is not Limited");
                }
                shares(spec.in("exempt"));
            }
            case "Limited" -> {
                if (spec.has("exempt")) {
                    spec.in("exempt").forbidden("must be nil if the type is Limited");
                }
                if (spec.has("limited")) {
                    limited(spec.in("limited"));
                } else {
                    spec.in("limited").required("must not be empty when type is Limited");
                }
            }
            default -> spec.in("type").unsupported(type, List.of("Exempt", "Limited"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode level, MapNode old) {
        return validateCreate(level);
    }

    private static void shares(Field settings) {
        if (settings.number("nominalConcurrencyShares") < 0) {
            settings.in("nominalConcurrencyShares").invalid("must be a non-negative integer");
        }
        Field lendable = settings.in("lendablePercent");
        if (lendable.isSet() && (lendable.number(0) < 0 || lendable.number(0) > 100)) {
            lendable.invalid("must be between 0 and 100, inclusive");
        }
    }

    private static void limited(Field limited) {
        shares(limited);
        Field borrowing = limited.in("borrowingLimitPercent");
        if (borrowing.isSet() && borrowing.number(0) < 0) {
            borrowing.invalid("if specified, must be a non-negative integer");
        }
        Field response = limited.in("limitResponse");
        Field queuing = response.in("queuing");
        switch (response.text("type")) {
            case "Reject" -> {
                if (queuing.isSet()) {
                    queuing.forbidden("must be nil if limited.limitResponse.type is not Limited");
                }
            }
            case "Queue" -> {
                if (queuing.isSet()) {
                    queuing(queuing);
                } else {
                    queuing.required("must not be empty if limited.limitResponse.type is Limited");
                }
            }
            default -> response.in("type").unsupported(response.text("type"), List.of("Queue", "Reject"));
        }
    }

    private static void queuing(Field queuing) {
        positive(queuing.in("queueLengthLimit"));
        long queues = queuing.number("queues");
        if (positive(queuing.in("queues")) && queues > MOST_QUEUES) {
            queuing.in("queues").invalid("must not be greater than " + MOST_QUEUES);
        }
        long hand = queuing.number("handSize");
        if (!positive(queuing.in("handSize"))) {
            return;
        }
        if (hand > queues) {
            queuing.in("handSize").invalid("should not be greater than queues (" + queues + ")");
        } else if (entropy(queues, hand) > MOST_ENTROPY) {
            queuing.in("handSize")
                    .invalid("required entropy bits of deckSize " + queues + " and handSize " + hand
                            + " should not be greater than " + MOST_ENTROPY);
        }
    }

    private static boolean positive(Field number) {
        boolean positive = number.number(0) > 0;
        if (!positive) {
            number.invalid(number.number(0), "must be positive");
        }
        return positive;
    }

    /** The bits that a fair choice of a hand needs (apiserver, util/shufflesharding). */
    private static long entropy(long queues, long hand) {
        return (long) Math.ceil(Math.log((double) queues) / Math.log(2) * hand);
    }
}
