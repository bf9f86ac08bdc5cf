package dev.drydock.conformance.flux;

import dev.drydock.flux.ignore.IgnoreList;
import dev.drydock.flux.ignore.SourceIgnore;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part sourceignore. */
final class IgnoreAnswers {

    private static final String IGNORE_FILE = ".sourceignore";

    private IgnoreAnswers() {}

    static Node select(MapNode in) {
        Map<String, String> files = new LinkedHashMap<>();
        Set<String> folders = new LinkedHashSet<>();
        in.findMap("files").strings().forEach((path, text) -> {
            if (path.endsWith("/")) {
                folders.add(path.substring(0, path.length() - 1));
            } else if (!text.startsWith("->")) {
                files.put(path, text);
            }
        });
        SourceIgnore.Selection selection = SourceIgnore.select(files, folders, in.findString("ignore"));
        MapNode.Builder modes = MapNode.builder();
        for (String path : selection.files()) {
            if (files.getOrDefault(path, "").startsWith("#!")) {
                modes.put(path, "700");
            }
        }
        MapNode executable = modes.build();
        return MapNode.builder()
                .put("files", ListNode.ofStrings(selection.files()))
                .put("directories", ListNode.ofStrings(selection.directories()))
                .putIfPresent("modes", executable.isEmpty() ? null : executable)
                .build();
    }

    /**
     * The keys of a Bucket that are fetched: the ignore file at the top counts, then the spec; there are no defaults. Nobody
     * can describe to a simulation what a bucket holds, so that only the corpus asks.
     */
    static Node selectKeys(MapNode in) {
        MapNode files = in.findMap("files");
        String prefix = in.findText("prefix");
        IgnoreList ignored = IgnoreList.read(files.findText(IGNORE_FILE), List.of())
                .plus(IgnoreList.read(in.findText("ignore"), List.of()));
        List<String> keys = files.keys().stream()
                .filter(key -> key.startsWith(prefix) && !key.endsWith("/") && !key.equals(IGNORE_FILE))
                .filter(key -> !ignored.ignores(List.of(key.split("/", -1)), false))
                .sorted()
                .toList();
        return MapNode.of("files", ListNode.ofStrings(keys));
    }
}
