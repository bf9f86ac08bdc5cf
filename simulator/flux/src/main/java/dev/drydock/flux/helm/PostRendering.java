package dev.drydock.flux.helm;

import dev.drydock.flux.helm.ChartEngine.Rendering;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends what a chart rendered to through the post-renderers and puts it together again (helm pkg/action/action.go,
 * renderResources): everything at once, hooks apart, or hooks not at all.
 *
 * @param renderers the post-renderers
 * @param strategy {@code combined}, {@code separate} or {@code nohooks}; empty for combined
 */
record PostRendering(PostRenderers renderers, String strategy) {

    private static final String PLACE = "postrenderer.helm.sh/postrender-filename";
    private static final List<String> PLACE_PATH = List.of("metadata", "annotations", PLACE);
    private static final Pattern DOCUMENT = Pattern.compile("(?m)^---\\n(# Source: .*\\n)?");

    /** One document with the comment before it. */
    private record Document(String comment, String text) {}

    /** Whether templates and hooks are rendered together. */
    static boolean isCombined(String strategy) {
        return strategy.isEmpty() || strategy.equals("combined");
    }

    /**
     * The changed rendering.
     *
     * @throws HelmFailure in Helm's words
     */
    Rendering of(Rendering rendering) {
        List<Document> documents = documents(rendering.manifest());
        List<Hook> hooks = rendering.hooks();
        List<String> texts =
                new ArrayList<>(documents.stream().map(Document::text).toList());
        boolean together = isCombined(strategy);
        int first = texts.size();
        if (together) {
            hooks.forEach(hook -> texts.add(hook.manifest()));
        }
        Map<Integer, String> changed = run(texts, together ? "files" : "manifests");
        StringBuilder manifest = new StringBuilder();
        for (int i = 0; i < documents.size(); i++) {
            String text = changed.get(i);
            if (text != null) {
                manifest.append("---\n").append(documents.get(i).comment()).append(text);
            }
        }
        Map<Integer, String> hookTexts = new TreeMap<>();
        if (together) {
            changed.forEach((index, text) -> hookTexts.put(index - first, text));
        } else if (strategy.equals("separate") && !hooks.isEmpty()) {
            hookTexts.putAll(run(hooks.stream().map(Hook::manifest).toList(), "hooks"));
        }
        List<Hook> changedHooks = new ArrayList<>();
        for (int i = 0; i < hooks.size(); i++) {
            String text = strategy.equals("nohooks") ? hooks.get(i).manifest() : hookTexts.get(i);
            if (text != null) {
                changedHooks.add(new Hook(hooks.get(i).node().with("manifest", text)));
            }
        }
        return new Rendering(manifest.toString(), changedHooks, rendering.notes());
    }

    private static List<Document> documents(String manifest) {
        List<Document> documents = new ArrayList<>();
        Matcher matcher = DOCUMENT.matcher(manifest);
        int start = -1;
        String comment = "";
        while (matcher.find()) {
            if (start >= 0) {
                documents.add(new Document(comment, manifest.substring(start, matcher.start())));
            }
            start = matcher.end();
            comment = matcher.group(1) == null ? "" : matcher.group(1);
        }
        if (start >= 0) {
            documents.add(new Document(comment, manifest.substring(start)));
        }
        return documents;
    }

    /** The documents after the post-renderers, by their places; those that were removed are missing. */
    private Map<Integer, String> run(List<String> texts, String what) {
        StringBuilder merged = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            for (Node node : read(texts.get(i))) {
                if (node instanceof MapNode object) {
                    merged.append(merged.isEmpty() ? "" : "---\n")
                            .append(YamlWriter.writeInOrder(object.with(PLACE_PATH, String.valueOf(i))));
                }
            }
        }
        String result;
        try {
            result = renderers.run(merged.toString());
        } catch (HelmFailure e) {
            throw e.after("error while running post render on " + what + ": ");
        }
        Map<Integer, String> changed = new TreeMap<>();
        for (Node node : read(result)) {
            String place = node.findText("metadata", "annotations", PLACE);
            if (node instanceof MapNode object && !place.isEmpty()) {
                String text = YamlWriter.write(bare(object));
                changed.merge(Integer.parseInt(place), text, (one, other) -> one + "---\n" + other);
            }
        }
        return changed;
    }

    private static MapNode bare(MapNode object) {
        MapNode bare = object.withoutPath("metadata", "annotations", PLACE);
        return bare.findMap("metadata", "annotations").isEmpty() ? bare.withoutPath("metadata", "annotations") : bare;
    }

    private static List<Node> read(String text) {
        try {
            return YamlReader.readAll(text, "manifest", YamlMode.KUSTOMIZE);
        } catch (YamlException e) {
            throw new HelmFailure("error merging manifests: MalformedYAMLError: " + e.upstream());
        }
    }
}
