package dev.drydock.scenario.run;

import dev.drydock.scenario.Check;
import java.util.ArrayList;
import java.util.List;

/** Judges {@code can} and {@code cannot}. */
final class CanCheck {

    private CanCheck() {}

    static Finding judge(Check.Can check, World world) {
        AccessQuestion question = new AccessQuestion(
                check.as(), check.verb(), check.resource(), check.subresource(), check.namespace(), check.name());
        String title = question.with(check.allowed() ? "can" : "cannot");
        AccessQuestion.Answer answer;
        try {
            answer = question.ask(world);
        } catch (IllegalArgumentException e) {
            Finding.Line found = new Finding.Line("found", String.valueOf(e.getMessage()));
            return new Finding(Verdict.NOT_JUDGED, title, check.location(), List.of(found));
        }
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", check.allowed() ? "yes" : "no"));
        lines.add(new Finding.Line("found", answer.isAllowed() ? "yes" : "no"));
        lines.addAll(answer.lines());
        lines.addAll(world.namespaces().notes(check.namespace()));
        boolean right = answer.isAllowed() == check.allowed();
        return new Finding(right ? Verdict.HELD : Verdict.FAILED, title, check.location(), lines);
    }
}
