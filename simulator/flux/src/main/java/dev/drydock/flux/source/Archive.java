package dev.drydock.flux.source;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Maps;
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

    private static final int LARGEST = 64 << 20;

    /**
     * Selections that were made: a source looks at the same commit again and again, also in forks. What is kept shares its
     * files with the question, so that those weigh, and each selection a little.
     */
    private static final Cache<Question, Map<String, Content.Entry>> DONE = CacheBuilder.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((Question question, Map<String, Content.Entry> kept) -> Content.size(question.files) / 2 + 1_000)
            .build();

    private record Question(
            Map<String, Content.Entry> files, @Nullable String ignore) {}

    private Archive() {}

    /**
     * The files that neither ignore files nor {@code spec.ignore} of the source exclude, in the order of their paths, and the
     * folders that are left empty.
     */
    static Map<String, Content.Entry> unignored(Map<String, Content.Entry> files, MapNode source) {
        String ignore = source.find("spec", "ignore") == null ? null : source.findText("spec", "ignore");
        Question question = new Question(ImmutableSortedMap.copyOf(files), ignore);
        Map<String, Content.Entry> kept = DONE.getIfPresent(question);
        if (kept == null) {
            kept = select(question);
            DONE.put(question, kept);
        }
        return kept;
    }

    private static Map<String, Content.Entry> select(Question question) {
        Map<String, String> texts = new HashMap<>();
        question.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file) {
                texts.put(path, file.binary() ? "" : file.text());
            }
        });
        SourceIgnore.Selection selection = SourceIgnore.select(texts, Set.of(), question.ignore());
        Set<String> kept = Set.copyOf(selection.files());
        TreeMap<String, Content.Entry> archived = new TreeMap<>(Maps.filterKeys(question.files(), kept::contains));
        for (String folder : selection.directories().descendingSet()) {
            String first = archived.ceilingKey(folder + "/");
            if (!folder.equals(".") && (first == null || !first.startsWith(folder + "/"))) {
                archived.put(folder, new Content.Folder());
            }
        }
        return ImmutableSortedMap.copyOf(archived);
    }
}
