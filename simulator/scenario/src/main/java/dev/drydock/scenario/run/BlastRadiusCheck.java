package dev.drydock.scenario.run;

import dev.drydock.scenario.Check;
import java.util.ArrayList;
import java.util.List;

/** Judges {@code blastRadius}. */
final class BlastRadiusCheck {

    private static final int SHOWN = 8;

    private BlastRadiusCheck() {}

    static Finding judge(Check.BlastRadius check, World world) {
        List<String> outside = new BlastRadius(world).outside(Checks.user(check.of()), check.within());
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", "changes only in " + String.join(", ", check.within())));
        String label = "found";
        for (String way : outside.subList(0, Math.min(SHOWN, outside.size()))) {
            lines.add(new Finding.Line(label, way));
            label = "";
        }
        if (outside.size() > SHOWN) {
            lines.add(new Finding.Line("", "(+" + (outside.size() - SHOWN) + " more)"));
        }
        if (outside.isEmpty()) {
            lines.add(new Finding.Line(label, "nothing outside"));
        }
        lines.addAll(world.notesOn(check.of()));
        return new Finding(
                outside.isEmpty() ? Verdict.HELD : Verdict.FAILED,
                "blast radius of " + check.of().user(),
                check.location(),
                lines);
    }
}
