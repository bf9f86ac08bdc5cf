package dev.drydock.flux.helm;

import com.google.common.hash.Hashing;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Digests of those parts of a spec that change what is rendered besides chart and values. */
final class SpecDigests {

    private SpecDigests() {}

    /** Of the post-renderers, empty without any. */
    static String postRenderers(MapNode object) {
        return digest(object.find("spec", "postRenderers"));
    }

    /** Of the common metadata, empty without any. */
    static String commonMetadata(MapNode object) {
        return digest(object.find("spec", "commonMetadata"));
    }

    private static String digest(@Nullable Node node) {
        return node == null
                ? ""
                : "sha256:" + Hashing.sha256().hashString(JsonWriter.compact(node), StandardCharsets.UTF_8);
    }
}
