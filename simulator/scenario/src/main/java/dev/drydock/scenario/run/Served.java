package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.Watcher;
import dev.drydock.kubernetes.discovery.Discovery;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Every kind that the cluster served at some time. What it never served cannot have been there, and a check that it is absent
 * says nothing; what a definition served that is deleted now is rightly absent.
 */
final class Served implements Watcher {

    private final TreeSet<String> kinds;

    private Served(Set<String> kinds) {
        this.kinds = new TreeSet<>(kinds);
    }

    /** What a cluster serves now, and what it will serve. */
    static Served from(Discovery discovery) {
        Served served = new Served(Set.of());
        discovery.all().forEach(resource -> served.kinds.add(key(resource.kind())));
        return served;
    }

    /** A copy for a copied world. */
    Served copy() {
        return new Served(kinds);
    }

    @Override
    public void changed(WatchEvent event) {
        if (event.resource().resource().equals("customresourcedefinitions")) {
            MapNode spec = event.object().findMap("spec");
            for (Node version : spec.findList("versions")) {
                kinds.add(key(new GroupVersionKind(
                        spec.findText("group"), version.findText("name"), spec.findText("names", "kind"))));
            }
        }
    }

    boolean has(GroupVersionKind kind) {
        return kinds.contains(key(kind));
    }

    /** Whether a kind was served in any version, of any group when none is given. */
    boolean has(String group, String kind) {
        return kinds.stream().anyMatch(isOf(group, kind));
    }

    private static Predicate<String> isOf(String group, String kind) {
        return key -> key.endsWith(" " + kind)
                && (group.isEmpty() || (key.startsWith(group + "/") && key.indexOf('/') == group.length()));
    }

    /** A kind as messages name it. */
    static String label(GroupVersionKind kind) {
        return kind.kind() + " of " + (kind.group().isEmpty() ? "" : kind.group() + "/") + kind.version();
    }

    /** What a kind is probably called, for a message. */
    String nearest(GroupVersionKind kind) {
        return nearest(kind.kind(), kinds);
    }

    /** What a kind is probably called, for a message, when its group does not matter. */
    String nearest(String kind) {
        return nearest(kind, kinds);
    }

    /** What a kind of a discovery is probably called, for a message. */
    static String nearest(String kind, Discovery discovery) {
        return nearest(kind, from(discovery).kinds);
    }

    private static String nearest(String kind, Set<String> keys) {
        List<String> same =
                keys.stream().filter(isOf("", kind)).map(Served::spelled).toList();
        if (!same.isEmpty()) {
            return "; " + kind + " is served as " + String.join(" and ", same);
        }
        Optional<String> near = Nearest.of(
                kind,
                keys.stream().map(key -> key.substring(key.indexOf(' ') + 1)).toList());
        return near.map(found -> "; did you mean \"" + found + "\" ("
                        + String.join(
                                ", ",
                                keys.stream()
                                        .filter(isOf("", found))
                                        .map(Served::spelled)
                                        .toList())
                        + ")?")
                .orElse("");
    }

    private static String spelled(String key) {
        String apiVersion = key.substring(0, key.indexOf(' '));
        return apiVersion.startsWith("/") ? apiVersion.substring(1) : apiVersion;
    }

    private static String key(GroupVersionKind kind) {
        return kind.group() + "/" + kind.version() + " " + kind.kind();
    }
}
