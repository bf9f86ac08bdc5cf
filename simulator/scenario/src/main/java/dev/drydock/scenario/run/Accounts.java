package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.parse.Nearest;
import java.util.List;

/** Says which accounts do not exist. Bindings may name them before they do, so that asking about one is no mistake by itself. */
final class Accounts {

    private static final GroupVersionResource ACCOUNTS = new GroupVersionResource("", "v1", "serviceaccounts");
    private static final String PREFIX = "system:serviceaccount:";

    private Accounts() {}

    /** A note when an actor is an account that does not exist. */
    static List<Finding.Line> notes(Actor actor, World world) {
        String[] parts = actor.user().split(":", -1);
        if (!actor.user().startsWith(PREFIX) || parts.length != 4) {
            return List.of();
        }
        NamespacedName name = new NamespacedName(parts[2], parts[3]);
        if (world.cluster().server().object(ACCOUNTS, name).isPresent()) {
            return List.of();
        }
        List<String> known = world.cluster().server().objects(ACCOUNTS).stream()
                .map(account ->
                        PREFIX + account.findText("metadata", "namespace") + ":" + account.findText("metadata", "name"))
                .toList();
        return List.of(new Finding.Line(
                Finding.NOTE,
                "there is no ServiceAccount " + parts[3] + " in namespace " + parts[2]
                        + Nearest.hint(actor.user(), known)));
    }
}
