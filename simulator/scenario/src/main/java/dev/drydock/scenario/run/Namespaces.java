package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.Watcher;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Every namespace that was there at some time. In one that never was nothing can be, and nobody needs rights. */
final class Namespaces implements Watcher {

    private static final GroupVersionResource NAMESPACES = new GroupVersionResource("", "v1", "namespaces");

    private final TreeSet<String> names;

    private Namespaces(Set<String> names) {
        this.names = new TreeSet<>(names);
    }

    /** What a server has now, and what it will have. */
    static Namespaces from(ApiServer server) {
        Namespaces namespaces = new Namespaces(Set.of());
        for (MapNode namespace : server.objects(NAMESPACES)) {
            namespaces.names.add(namespace.findText("metadata", "name"));
        }
        return namespaces;
    }

    /** A copy for a copied world. */
    Namespaces copy() {
        return new Namespaces(names);
    }

    @Override
    public void changed(WatchEvent event) {
        if (event.resource().group().isEmpty() && event.resource().resource().equals("namespaces")) {
            names.add(event.object().findText("metadata", "name"));
        }
    }

    /** A note when a namespace was there at no time; none about the empty name. */
    List<Finding.Line> notes(String namespace) {
        return namespace.isEmpty() || names.contains(namespace)
                ? List.of()
                : List.of(new Finding.Line(
                        Finding.NOTE,
                        "there was no namespace " + namespace + " at any time" + Nearest.hint(namespace, names)));
    }
}
