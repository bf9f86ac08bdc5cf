package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Judges {@code object} and {@code absent}. */
final class ObjectChecks {

    private static final int SHOWN = 5;

    private ObjectChecks() {}

    static Finding exists(Check.OfObject check, World world) {
        MapNode expected = check.object();
        String title = "object " + ObjectLabel.of(expected);
        Optional<ApiResource> resource = world.cluster().server().discovery().find(ObjectLabel.kind(expected));
        if (resource.isEmpty()) {
            return failed(
                    title,
                    check,
                    List.of(
                            new Finding.Line("expected", "exists"),
                            new Finding.Line("found", "nothing serves " + ObjectLabel.kind(expected))));
        }
        NamespacedName name = NamespacedName.of(expected);
        Optional<MapNode> found = world.object(resource.get(), name);
        if (found.isEmpty()) {
            List<Finding.Line> lines = new ArrayList<>();
            lines.add(new Finding.Line("expected", "exists"));
            lines.add(new Finding.Line("found", "no such object"));
            GroupVersionKind kind = resource.get().kind();
            world.nearest(new Target(kind.kind(), kind.group(), name.namespace(), name.name()))
                    .ifPresent(near -> lines.add(new Finding.Line("nearest", near)));
            return failed(title, check, lines);
        }
        List<String> differences = Subset.differences(expected, found.get());
        if (differences.isEmpty()) {
            return new Finding(Verdict.HELD, title, check.location(), List.of());
        }
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", "it contains what the check says"));
        String label = "found";
        for (String difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
            lines.add(new Finding.Line(label, difference));
            label = "";
        }
        if (differences.size() > SHOWN) {
            lines.add(new Finding.Line("", "(+" + (differences.size() - SHOWN) + " more)"));
        }
        return failed(title, check, lines);
    }

    private static Finding failed(String title, Check check, List<Finding.Line> lines) {
        return new Finding(Verdict.FAILED, title, check.location(), lines);
    }

    static Finding absent(Check.Absent check, World world) {
        GroupVersionKind kind = GroupVersionKind.of(check.apiVersion(), check.kind());
        String title = "absent " + kind.groupKind() + "/"
                + (check.namespace().isEmpty() ? "" : check.namespace() + "/")
                + (check.name().isEmpty() ? check.labels() : check.name());
        Optional<ApiResource> resource = world.cluster().server().discovery().find(kind);
        String mistake = resource.isEmpty() && !world.served().has(kind)
                ? "nothing served " + Served.label(kind) + " at any time"
                        + world.served().nearest(kind)
                : needlessNamespace(check, world.cluster().server().discovery());
        if (mistake != null) {
            return new Finding(
                    Verdict.NOT_JUDGED, title, check.location(), List.of(new Finding.Line("found", mistake)));
        }
        List<String> found = resource.isEmpty()
                ? List.of() // what nothing serves does not exist
                : world.cluster().server().objects(resource.get().resource()).stream()
                        .filter(object -> selects(check, object))
                        .map(ObjectLabel::of)
                        .toList();
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", "no such object"));
        lines.add(new Finding.Line("found", found.isEmpty() ? "none" : String.join(", ", found)));
        lines.addAll(world.namespaces().notes(check.namespace()));
        return new Finding(found.isEmpty() ? Verdict.HELD : Verdict.FAILED, title, check.location(), lines);
    }

    /** What is wrong with a name of an object that needs a namespace and is given none, or null. */
    static @Nullable String missingNamespace(Check.Absent check, Discovery discovery) {
        Optional<ApiResource> resource = discovery.find(GroupVersionKind.of(check.apiVersion(), check.kind()));
        return check.name().isEmpty()
                        || !check.namespace().isEmpty()
                        || resource.isEmpty()
                        || !resource.get().namespaced()
                ? null
                : "a " + check.kind() + " is in a namespace; metadata.namespace is missing";
    }

    /** What is wrong with a namespace of an object that has none, or null. */
    static @Nullable String needlessNamespace(Check.Absent check, Discovery discovery) {
        Optional<ApiResource> resource = discovery.find(GroupVersionKind.of(check.apiVersion(), check.kind()));
        return check.namespace().isEmpty()
                        || resource.isEmpty()
                        || resource.get().namespaced()
                ? null
                : "a " + check.kind() + " has no namespace, so that none is ever in \"" + check.namespace()
                        + "\"; leave metadata.namespace out";
    }

    private static boolean selects(Check.Absent check, MapNode object) {
        boolean right = (check.name().isEmpty() || check.name().equals(object.findString("metadata", "name")))
                && (check.namespace().isEmpty()
                        || check.namespace().equals(object.findString("metadata", "namespace")));
        MapNode labels = object.findMap("metadata", "labels");
        for (String key : check.labels().keys()) {
            Node label = labels.get(key);
            right &= label != null && label.equals(check.labels().get(key));
        }
        return right;
    }
}
