package dev.drydock.scenario.run;

import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Check;

/** Judges {@code reachable}. */
final class ReachableCheck {

    private ReachableCheck() {}

    static Finding judge(Check.Reachable check, World world) {
        throw new NotModelledException("names and reachability of Services");
    }
}
