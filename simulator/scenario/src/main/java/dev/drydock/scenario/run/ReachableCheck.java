package dev.drydock.scenario.run;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.network.Reachability;
import dev.drydock.scenario.Check;
import java.util.ArrayList;
import java.util.List;

/** Judges {@code reachable} and {@code unreachable}. */
final class ReachableCheck {

    private ReachableCheck() {}

    static Finding judge(Check.Reachable check, World world) {
        Reachability reachability = new Reachability(world.cluster().server());
        boolean reached = reachability.leads(check.from(), check.service(), NamespacedName.parse(check.to()));
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line(
                "expected", (check.expected() ? "" : "anything but ") + "the endpoints of Service " + check.to()));
        String label = "found";
        for (String line : reachability.way()) {
            lines.add(new Finding.Line(label, line));
            label = "";
        }
        return new Finding(
                reached == check.expected() ? Verdict.HELD : Verdict.FAILED,
                check.service() + (check.expected() ? " is reachable from " : " is unreachable from ") + check.from(),
                check.location(),
                lines);
    }
}
