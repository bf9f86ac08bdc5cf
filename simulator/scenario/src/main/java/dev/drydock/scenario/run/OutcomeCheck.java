package dev.drydock.scenario.run;

import dev.drydock.scenario.Check;
import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.TextMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Judges {@code outcome}. */
final class OutcomeCheck {

    private OutcomeCheck() {}

    static Finding judge(Check.OfOutcome check, World world) {
        Outcome found = new Outcomes(world).of(check.of());
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", describe(check)));
        lines.add(new Finding.Line("found", found.describe()));
        Verdict verdict = verdict(check, found);
        if (found.kind() == null) {
            world.nearest(check.of()).ifPresent(near -> lines.add(new Finding.Line("nearest", near)));
        }
        lines.addAll(found.because());
        return new Finding(verdict, "outcome of " + check.of(), check.location(), lines);
    }

    private static Verdict verdict(Check.OfOutcome check, Outcome found) {
        if (found.kind() == OutcomeKind.NOT_MODELLED && check.outcome() != OutcomeKind.NOT_MODELLED) {
            return Verdict.NOT_JUDGED;
        }
        boolean right = check.outcome() == found.kind()
                && (check.ready() == null || check.ready().equals(found.ready()))
                && (check.reason() == null || check.reason().equals(found.reason()))
                && matches(check.message(), found.message())
                && (check.stalled() == null || check.stalled() == found.stalled())
                && (check.revision() == null || found.revision().contains(check.revision()))
                && matches(check.because(), becauseText(found));
        return right ? Verdict.HELD : Verdict.FAILED;
    }

    private static boolean matches(@org.jspecify.annotations.Nullable TextMatch match, String text) {
        return match == null || match.test(text);
    }

    private static String becauseText(Outcome found) {
        return found.because().stream().map(Finding.Line::text).collect(Collectors.joining("\n"));
    }

    private static String describe(Check.OfOutcome check) {
        StringBuilder text = new StringBuilder(check.outcome().toString());
        if (check.ready() != null) {
            text.append("   Ready=").append(check.ready());
        }
        if (check.reason() != null) {
            text.append(' ').append(check.reason());
        }
        if (check.stalled() != null) {
            text.append(check.stalled() ? " (stalled)" : " (not stalled)");
        }
        if (check.revision() != null) {
            text.append(" at revision ").append(check.revision());
        }
        if (check.message() != null) {
            text.append("\nmessage ").append(check.message().describe());
        }
        if (check.because() != null) {
            text.append("\nbecause ").append(check.because().describe());
        }
        return text.toString();
    }
}
