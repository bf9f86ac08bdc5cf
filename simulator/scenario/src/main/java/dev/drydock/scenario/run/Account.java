package dev.drydock.scenario.run;

import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Trace;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Everything about one object of a world, for a person.
 *
 * @param isKnown whether there is such an object, or was a request for it
 * @param lines what there is to say
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Account(boolean isKnown, List<String> lines) {

    private static final GroupVersionResource EVENTS = new GroupVersionResource("", "v1", "events");

    /** An account with a copy of the lines. */
    public Account {
        lines = List.copyOf(lines);
    }

    /** The account of an object. */
    public static Account of(World world, Target target) {
        List<String> lines = new ArrayList<>();
        Outcome outcome = new Outcomes(world).of(target);
        lines.add(target.toString());
        if (outcome.kind() == null) {
            lines.add("  no such object, and no request for it"
                    + world.nearest(target).map(near -> "; nearest: " + near).orElse(""));
            return new Account(false, lines);
        }
        List<Finding.Line> reasons = new ArrayList<>();
        reasons.add(new Finding.Line("outcome", outcome.describe()));
        reasons.addAll(outcome.because());
        Finding.Line[] all = reasons.toArray(new Finding.Line[0]);
        new Finding(Verdict.HELD, "", dev.drydock.yaml.Location.NONE, List.of(all))
                .details()
                .lines()
                .forEach(line -> lines.add("  " + line));
        world.object(target).ifPresent(object -> describe(object, lines));
        requests(world, target, lines);
        events(world, target, lines);
        trace(world, target, lines);
        return new Account(true, lines);
    }

    /** Further lines of a text stand below the first. */
    private static String indented(String text) {
        return text.stripTrailing().replace("\n", "\n      ");
    }

    private static void describe(MapNode object, List<String> lines) {
        if (!object.findList("status", "conditions").isEmpty()) {
            lines.add("conditions");
        }
        for (Node condition : object.findList("status", "conditions")) {
            lines.add(indented("  " + condition.findString("type") + "=" + condition.findString("status") + " "
                    + condition.findText("reason") + ": "
                    + condition.findText("message").strip()));
        }
        if (!object.findMap("status", "inventory").findList("entries").isEmpty()) {
            lines.add("inventory");
        }
        for (Node entry : object.findMap("status", "inventory").findList("entries")) {
            lines.add("  " + entry.findString("id") + "@" + entry.findString("v"));
        }
        if (!object.findMap("metadata").findList("managedFields").isEmpty()) {
            lines.add("managers");
        }
        for (Node manager : object.findMap("metadata").findList("managedFields")) {
            lines.add("  " + manager.findString("manager") + " (" + manager.findString("operation") + ")");
        }
    }

    private static void requests(World world, Target target, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (RequestResult request : world.requests()) {
            if (Outcomes.names(request.object(), target)) {
                found.add(indented("  " + (request.code() + " " + request.reason()).strip()
                        + (request.message().isEmpty() ? "" : ": " + request.message())
                        + (request.origin().isEmpty() ? "" : "\n(" + request.origin() + ")")));
            }
        }
        if (!found.isEmpty()) {
            lines.add("requests of the steps");
            lines.addAll(found);
        }
    }

    private static void events(World world, Target target, List<String> lines) {
        List<String> found = new ArrayList<>();
        for (MapNode event : world.cluster().server().objects(EVENTS)) {
            if (EventCheck.isAbout(event, target)) {
                found.add(indented("  " + event.findString("type") + " " + event.findString("reason") + ": "
                        + event.findText("message").strip()));
            }
        }
        if (!found.isEmpty()) {
            lines.add("events");
            lines.addAll(found);
        }
    }

    private static void trace(World world, Target target, List<String> lines) {
        List<String> found = new ArrayList<>();
        String plain =
                target.kind() + "/" + (target.namespace().isEmpty() ? "" : target.namespace() + "/") + target.name();
        for (Trace.Entry entry : world.cluster().kernel().trace().entries()) {
            if (Optional.of(entry.subject())
                    .filter(s -> s.equals(plain) || s.equals(target.toString()))
                    .isPresent()) {
                Duration after = Duration.between(Kernel.EPOCH, entry.at());
                found.add(indented("  " + after.toMillis() / 1000.0 + " s  " + entry.actor() + ": " + entry.text()));
            }
        }
        if (!found.isEmpty()) {
            lines.add("what happened");
            lines.addAll(found);
        }
    }
}
