package dev.drydock.kustomize.file;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kustomization file after decoding, checks and fix-ups; follows api/types/kustomization.go.
 *
 * @param content fields under their canonical names, legacy fields moved where their successors are
 * @param name the name of the file
 * @param warnings what kustomize prints about deprecated fields
 */
public record KustomizationFile(MapNode content, String name, List<String> warnings) {

    /** The names that a kustomization file may have. */
    public static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    /** The kind of a component. */
    public static final String COMPONENT = "Component";

    private static final String KUSTOMIZATION = "Kustomization";
    private static final String EDIT_FIX = "Run 'kustomize edit fix' to update your Kustomization automatically.";

    /** Copies the list. */
    public KustomizationFile {
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads and checks a file.
     *
     * @param directory its directory, for messages
     * @throws KustomizeException with kustomize's words
     */
    public static KustomizationFile read(byte[] text, String name, String directory) {
        MapNode decoded;
        try {
            Node tree = dev.drydock.kustomize.resource.Utf8Text.first(text, name, YamlMode.KUBERNETES);
            decoded = GoDecoder.strict(tree, KustomizationType.KUSTOMIZATION);
        } catch (YamlException e) {
            throw new KustomizeException(
                    "invalid Kustomization: " + e.upstream(),
                    e.diagnostics().get(0).location());
        } catch (KustomizeException e) {
            throw e.prefixed("invalid Kustomization");
        }
        List<String> warnings = warnings(decoded);
        MapNode fixed = fix(decoded);
        if (isEmpty(fixed)) {
            throw new KustomizeException("kustomization.yaml is empty");
        }
        check(fixed, directory);
        return new KustomizationFile(fixed, name, warnings);
    }

    private static List<String> warnings(MapNode file) {
        String[][] successors = {
            {"bases", "resources"},
            {"commonLabels", "labels"},
            {"imageTags", "images"},
            {"patchesJson6902", "patches"},
            {"patchesStrategicMerge", "patches"},
            {"vars", "replacements"}
        };
        List<String> warnings = new ArrayList<>();
        for (String[] pair : successors) {
            if (file.has(pair[0])) {
                warnings.add("# Warning: '" + pair[0] + "' is deprecated. Please use '" + pair[1] + "' instead. "
                        + (pair[0].equals("vars") ? "[EXPERIMENTAL] " : "") + EDIT_FIX);
            }
        }
        return warnings;
    }

    /** Moves legacy fields, fills in kind and apiVersion. */
    private static MapNode fix(MapNode file) {
        MapNode fixed = file;
        if (fixed.findText("kind").isEmpty()) {
            fixed = fixed.with("kind", KUSTOMIZATION);
        }
        if (fixed.findText("apiVersion").isEmpty()) {
            fixed = fixed.with("apiVersion", version(fixed.findText("kind")));
        }
        fixed = moved(fixed, "bases", "resources");
        fixed = moved(fixed, "imageTags", "images");
        fixed = envs(envs(fixed, "configMapGenerator"), "secretGenerator");
        return HelmFields.fix(fixed);
    }

    private static String version(String kind) {
        return kind.equals(COMPONENT) ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1";
    }

    private static MapNode moved(MapNode file, String from, String to) {
        List<Node> more = file.findList(from).items();
        MapNode without = file.without(from);
        if (more.isEmpty()) {
            return without;
        }
        List<Node> all = new ArrayList<>(file.findList(to).items());
        all.addAll(more);
        return without.with(to, ListNode.of(all));
    }

    private static MapNode envs(MapNode file, String generator) {
        if (!(file.get(generator) instanceof ListNode list)) {
            return file;
        }
        return file.with(generator, list.map(item -> {
            String env = item.findString("env");
            MapNode args = (MapNode) item;
            if (env == null || env.isEmpty()) {
                return args.without("env");
            }
            return args.without("env").with("envs", args.findList("envs").plus(ScalarNode.of(env)));
        }));
    }

    private static boolean isEmpty(MapNode file) {
        boolean[] empty = {true};
        file.forEach((key, value) -> {
            boolean type = key.equals("kind") || key.equals("apiVersion");
            boolean blank = value instanceof ScalarNode scalar && "".equals(scalar.value());
            empty[0] &= type || blank;
        });
        return empty[0];
    }

    private static void check(MapNode file, String directory) {
        List<String> mistakes = new ArrayList<>();
        String kind = file.findText("kind");
        if (!kind.equals(KUSTOMIZATION) && !kind.equals(COMPONENT)) {
            mistakes.add("kind should be " + KUSTOMIZATION + " or " + COMPONENT);
        }
        if (!file.findText("apiVersion").equals(version(kind))) {
            mistakes.add("apiVersion for " + kind + " should be " + version(kind));
        }
        if (!mistakes.isEmpty()) {
            throw new KustomizeException(
                    "Failed to read kustomization file under " + directory + ":\n" + String.join("\n", mistakes));
        }
    }

    /** A string field, empty when absent. */
    public String text(String field) {
        return content.findText(field);
    }

    /** A list of strings, empty when absent. */
    public List<String> strings(String field) {
        return content.findList(field).strings();
    }

    /** A list of structs, empty when absent. */
    public List<MapNode> structs(String field) {
        return content.findList(field).stream().map(node -> (MapNode) node).toList();
    }

    /** A field of any type, or null when absent. */
    public @Nullable Node get(String field) {
        return content.get(field);
    }

    /** Whether this is a component. */
    public boolean isComponent() {
        return text("kind").equals(COMPONENT);
    }

    /** This file under the build metadata of the one that led to it. */
    public KustomizationFile withBuildMetadata(@Nullable Node metadata) {
        MapNode changed = metadata == null ? content.without("buildMetadata") : content.with("buildMetadata", metadata);
        return new KustomizationFile(changed, name, warnings);
    }
}
