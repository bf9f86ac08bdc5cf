package dev.drydock.scenario.run;

import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the object that was probably meant where there is none of a name. */
final class Neighbours {

    private final World world;

    Neighbours(World world) {
        this.world = world;
    }

    /** The nearest object, else the nearest kind, as targets are spelled. */
    Optional<String> of(Target target) {
        Optional<ApiResource> resource = world.resource(target);
        if (resource.isEmpty()) {
            Optional<ApiResource> meant = kind(target.kind());
            return meant.map(kind -> {
                Target other = new Target(kind.kind().kind(), "", target.namespace(), target.name());
                return world.object(other).isPresent()
                        ? other.toString()
                        : of(other).orElse(other.toString());
            });
        }
        List<MapNode> objects = world.cluster().server().objects(resource.get().resource());
        if (resource.get().namespaced() && target.namespace().isEmpty()) {
            return withoutNamespace(target, objects);
        }
        return named(target.name(), objects)
                .or(() -> Nearest.of(
                                key(target.namespace(), target.name()),
                                keys(objects).keySet())
                        .map(near -> keys(objects).get(near)))
                .or(() -> named(target.namespace(), objects));
    }

    /** {@code Kustomization/team-a} names one that is called so, or forgets the name of one that lives there. */
    private static Optional<String> withoutNamespace(Target target, List<MapNode> objects) {
        List<String> there = objects.stream()
                .filter(object -> target.name().equals(object.findText("metadata", "namespace")))
                .map(ObjectLabel::of)
                .toList();
        return named(target.name(), objects)
                .or(() -> there.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", there)))
                .or(() -> Nearest.of(target.name(), names(objects).keySet())
                        .map(near -> names(objects).get(near)));
    }

    private static Optional<String> named(String name, List<MapNode> objects) {
        return Optional.ofNullable(names(objects).get(name));
    }

    private static Map<String, String> names(List<MapNode> objects) {
        Map<String, String> names = new LinkedHashMap<>();
        objects.forEach(object -> names.putIfAbsent(object.findText("metadata", "name"), ObjectLabel.of(object)));
        return names;
    }

    private static Map<String, String> keys(List<MapNode> objects) {
        Map<String, String> keys = new LinkedHashMap<>();
        objects.forEach(object -> keys.putIfAbsent(
                key(object.findText("metadata", "namespace"), object.findText("metadata", "name")),
                ObjectLabel.of(object)));
        return keys;
    }

    private static String key(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** The kind that a short name, a plural, or a word with a typo means. */
    private Optional<ApiResource> kind(String word) {
        List<ApiResource> all = world.cluster().server().discovery().all();
        String small = word.toLowerCase(Locale.ROOT);
        Optional<ApiResource> named = all.stream()
                .filter(r -> r.shortNames().contains(small)
                        || r.singular().equals(small)
                        || r.resource().resource().equals(small)
                        || r.kind().kind().toLowerCase(Locale.ROOT).equals(small))
                .findFirst();
        List<String> kinds = new ArrayList<>();
        all.forEach(r -> kinds.add(r.kind().kind()));
        return named.or(() -> Nearest.of(word, kinds)
                .flatMap(near ->
                        all.stream().filter(r -> r.kind().kind().equals(near)).findFirst()));
    }
}
