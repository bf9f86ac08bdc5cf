package dev.drydock.scenario.run;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Check;

/** Judges the checks of a step against the world as it is. */
final class Checks {

    private final World world;

    Checks(World world) {
        this.world = world;
    }

    Finding judge(Check check) {
        if (check instanceof Check.KnownDifference known) {
            return KnownDifferences.of(judge(known.check()), known.reason());
        }
        if (check instanceof Check.OfOutcome outcome) {
            return OutcomeCheck.judge(outcome, world);
        }
        if (check instanceof Check.OfObject object) {
            return ObjectChecks.exists(object, world);
        }
        if (check instanceof Check.Absent absent) {
            return ObjectChecks.absent(absent, world);
        }
        if (check instanceof Check.Can can) {
            return CanCheck.judge(can, world);
        }
        if (check instanceof Check.OfInventory inventory) {
            return InventoryCheck.judge(inventory, world);
        }
        if (check instanceof Check.OfEvent event) {
            return EventCheck.judge(event, world);
        }
        if (check instanceof Check.Reachable reachable) {
            return ReachableCheck.judge(reachable, world);
        }
        return BlastRadiusCheck.judge((Check.BlastRadius) check, world);
    }

    static UserInfo user(Actor actor) {
        return UserInfo.named(actor.user(), actor.groups());
    }
}
