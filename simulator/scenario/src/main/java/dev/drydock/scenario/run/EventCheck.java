package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.TextMatch;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Judges {@code event}. */
final class EventCheck {

    private static final GroupVersionResource EVENTS = new GroupVersionResource("", "v1", "events");
    private static final int SHOWN = 5;

    private EventCheck() {}

    static Finding judge(Check.OfEvent check, World world) {
        List<MapNode> about = world.cluster().server().objects(EVENTS).stream()
                .filter(event -> isAbout(event, check.of()))
                .toList();
        boolean right = about.stream().anyMatch(event -> matches(check, event));
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", describe(check)));
        String label = "found";
        for (MapNode event : about.subList(Math.max(0, about.size() - SHOWN), about.size())) {
            lines.add(new Finding.Line(
                    label,
                    event.findText("type") + " " + event.findText("reason") + " "
                            + event.findText("message").stripTrailing()));
            label = "";
        }
        if (about.isEmpty()) {
            lines.add(new Finding.Line(label, "no Event about it"));
            if (world.object(check.of()).isEmpty()) {
                world.nearest(check.of()).ifPresent(near -> lines.add(new Finding.Line("nearest", near)));
            }
        }
        return new Finding(right ? Verdict.HELD : Verdict.FAILED, "event of " + check.of(), check.location(), lines);
    }

    static boolean isAbout(MapNode event, Target of) {
        MapNode object = event.findMap("involvedObject");
        String namespace = object.findText("namespace");
        return of.kind().equals(object.findString("kind"))
                && of.name().equals(object.findString("name"))
                && of.namespace().equals(namespace);
    }

    private static boolean matches(Check.OfEvent check, MapNode event) {
        TextMatch message = check.message();
        return (check.type() == null || check.type().equals(event.findString("type")))
                && (check.reason() == null || check.reason().equals(event.findString("reason")))
                && (message == null || message.test(event.findText("message")));
    }

    private static String describe(Check.OfEvent check) {
        TextMatch message = check.message();
        return (check.type() == null ? "any type" : check.type()) + " "
                + (check.reason() == null ? "any reason" : check.reason())
                + (message == null ? "" : " " + message.describe());
    }
}
