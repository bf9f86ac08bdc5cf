package dev.drydock.kustomize.resource;

import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The memory of an object in the form that kustomize gives it: annotations of the object, which messages show. */
final class MemoryAnnotations {

    private MemoryAnnotations() {}

    static MapNode in(
            MapNode node, History history, List<String> referredBy, @Nullable String behavior, boolean needsHash) {
        Map<String, String> memory = new TreeMap<>();
        if (!history.previous().isEmpty()) {
            putCsv(memory, BuildAnnotations.PREVIOUS_KINDS, history.previous(), History.Name::kind);
            putCsv(memory, BuildAnnotations.PREVIOUS_NAMES, history.previous(), History.Name::name);
            putCsv(memory, BuildAnnotations.PREVIOUS_NAMESPACES, history.previous(), History.Name::namespace);
        }
        putCsv(memory, BuildAnnotations.PREFIXES, history.prefixes(), prefix -> prefix);
        putCsv(memory, BuildAnnotations.SUFFIXES, history.suffixes(), suffix -> suffix);
        putCsv(memory, BuildAnnotations.REFERRED_BY, referredBy, id -> id);
        if (behavior != null) {
            memory.put(BuildAnnotations.BEHAVIOR, Behaviors.word(behavior));
        }
        if (needsHash) {
            memory.put(BuildAnnotations.NEEDS_HASH, "enabled");
        }
        if (memory.isEmpty()) {
            return node;
        }
        MapNode shown = node.findMap("metadata", "annotations");
        for (Map.Entry<String, String> entry : memory.entrySet()) {
            shown = shown.with(entry.getKey(), entry.getValue());
        }
        return node.with(List.of("metadata", "annotations"), shown);
    }

    private static <T> void putCsv(Map<String, String> memory, String key, List<T> items, Function<T, String> text) {
        String csv = items.stream().map(text).filter(t -> !t.isEmpty()).collect(Collectors.joining(","));
        if (!csv.isEmpty()) {
            memory.put(key, csv);
        }
    }
}
