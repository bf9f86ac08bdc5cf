package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.decode.GoDump;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hashes by which controllers name what they make of a template, bit for bit as the real ones. */
final class Hashes {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
    private static final int BASIS = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    private Hashes() {}

    /** The hash of a pod template (pkg/controller/controller_utils.go, ComputeHash: FNV-1a over the dumped struct). */
    static String ofTemplate(Node template, @Nullable Long collisions) {
        int hash = BASIS;
        for (byte b : GoDump.of("core.v1.PodTemplateSpec", template).getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * PRIME;
        }
        if (collisions != null) {
            for (int i = 0; i < 8; i++) {
                int b = i < 4 ? (int) (collisions >> (8 * i)) & 0xff : 0;
                hash = (hash ^ b) * PRIME;
            }
        }
        return encoded(hash);
    }

    /** The hash of a revision of a StatefulSet (pkg/controller/history: FNV-1 over the patch that makes it). */
    static String ofRevision(MapNode template, long collisions) {
        MapNode patch = MapNode.of("spec", MapNode.of("template", template.with("$patch", "replace")));
        int hash = BASIS;
        for (byte b : (JsonWriter.go(sorted(patch)) + collisions).getBytes(StandardCharsets.UTF_8)) {
            hash = hash * PRIME ^ (b & 0xff);
        }
        return encoded(hash);
    }

    private static Node sorted(Node node) {
        if (node instanceof MapNode map) {
            Map<String, Node> sorted = new TreeMap<>();
            map.forEach((key, value) -> sorted.put(key, sorted(value)));
            MapNode.Builder builder = MapNode.builder();
            sorted.forEach(builder::put);
            return builder.build();
        }
        return node instanceof ListNode list ? list.map(Hashes::sorted) : node;
    }

    private static String encoded(int hash) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
            text.append(ALPHABET.charAt(digit % ALPHABET.length()));
        }
        return text.toString();
    }
}
