package dev.drydock.scenario.run;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.network.Reachability;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.Target;
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
        if (!check.expected()) {
            missing(check, world).forEach(text -> lines.add(new Finding.Line(Finding.NOTE, text)));
        }
        return new Finding(
                reached == check.expected() ? Verdict.HELD : Verdict.FAILED,
                check.service() + (check.expected() ? " is reachable from " : " is unreachable from ") + check.from(),
                check.location(),
                lines);
    }

    /** What is not there, so that it is unreachable however the network is. */
    private static List<String> missing(Check.Reachable check, World world) {
        List<String> missing = new ArrayList<>();
        for (Target target :
                List.of(new Target("Namespace", "", "", check.from()), Target.parse("Service/" + check.to()))) {
            if (world.object(target).isEmpty()) {
                missing.add("there is no " + target
                        + world.nearest(target)
                                .map(near -> "; nearest: " + near)
                                .orElse(""));
            }
        }
        return missing;
    }
}
