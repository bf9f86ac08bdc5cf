package dev.drydock.flux.source;

import dev.drydock.flux.ignore.SourceIgnore;
import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.MapNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of fetched files goes into an artifact. */
final class Archive {

    private Archive() {}

    /** The files that neither ignore files nor {@code spec.ignore} of the source exclude, in the order of their paths. */
    static Map<String, Content.Entry> unignored(Map<String, Content.Entry> files, MapNode source) {
        Map<String, String> texts = new HashMap<>();
        files.forEach((path, entry) -> {
            if (entry instanceof Content.File file) {
                texts.put(path, file.binary() ? "" : file.text());
            }
        });
        @Nullable String ignore = source.find("spec", "ignore") == null ? null : source.findText("spec", "ignore");
        Map<String, Content.Entry> kept = new TreeMap<>(files);
        kept.keySet()
                .retainAll(
                        Set.copyOf(SourceIgnore.select(texts, Set.of(), ignore).files()));
        return kept;
    }
}
