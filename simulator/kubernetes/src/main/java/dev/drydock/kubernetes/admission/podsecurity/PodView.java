package dev.drydock.kubernetes.admission.podsecurity;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A pod, or the template of one, as the checks read it.
 *
 * @param metadata metadata of the pod
 * @param spec spec of the pod
 */
record PodView(MapNode metadata, MapNode spec) {

    /** Init containers, containers, ephemeral containers. */
    List<Node> containers() {
        List<Node> all = new ArrayList<>(spec.findList("initContainers").items());
        all.addAll(spec.findList("containers").items());
        all.addAll(spec.findList("ephemeralContainers").items());
        return all;
    }

    /** Names of the containers that are as described. */
    List<String> containersThat(Predicate<Node> condition) {
        return containers().stream().filter(condition).map(PodView::name).toList();
    }

    Map<String, String> annotations() {
        return metadata.findMap("annotations").strings();
    }

    boolean isWindows() {
        return "windows".equals(spec.findString("os", "name"));
    }

    /** A pod in a user namespace of its own is trusted with more. */
    boolean hasUserNamespace() {
        return isFalse(spec, "hostUsers");
    }

    static String name(Node named) {
        return named.findText("name");
    }

    static boolean isFalse(Node node, String... path) {
        return node.find(path) instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
    }

    /** Whether a value is there; the null scalar is none. */
    static boolean has(Node node, String... path) {
        Node found = node.find(path);
        return found != null && !found.isNull();
    }

    /** {@code "a", "b"}. */
    static String quoted(Collection<String> items) {
        return "\"" + String.join("\", \"", items) + "\"";
    }

    static String plural(String singular, int count) {
        return count == 1 ? singular : singular + "s";
    }

    /** {@code container "a"} or {@code containers "a", "b"}. */
    static String containers(Collection<String> names) {
        return plural("container", names.size()) + " " + quoted(names);
    }

    /** {@code pod}, the containers, or both joined by "and". */
    static String setters(boolean pod, Collection<String> containers) {
        List<String> setters = new ArrayList<>();
        if (pod) {
            setters.add("pod");
        }
        if (!containers.isEmpty()) {
            setters.add(containers(containers));
        }
        return String.join(" and ", setters);
    }
}
