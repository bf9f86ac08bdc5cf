package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.CrashException;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.kustomize.resource.Selector;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.kustomize.text.GoText;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** The older fields for patches: {@code patchesStrategicMerge} and {@code patchesJson6902}. */
public final class LegacyPatchTransformers {

    private LegacyPatchTransformers() {}

    /**
     * Merge patches, given as texts or as files; PatchStrategicMergeTransformer.go.
     *
     * @param config paths, which may be texts, and patches as one text
     */
    public static Transformer strategicMerge(
            MapNode config, Loader loader, ResourceReader reader, MergeSchemas schemas) {
        List<String> paths = config.findList("paths").strings();
        String inline = config.findText("patches");
        if (paths.isEmpty() && inline.isEmpty()) {
            throw new KustomizeException("empty file path and empty patch content");
        }
        List<Resource> patches = new ArrayList<>();
        for (String path : paths) {
            patches.addAll(textOrFile(path, loader, reader));
        }
        if (!inline.isEmpty()) {
            patches.addAll(reader.read(inline, ""));
        }
        if (patches.isEmpty()) {
            throw new KustomizeException(
                    "patch appears to be empty; files=" + GoText.list(paths) + ", Patch=" + inline);
        }
        MergePatches merging = new MergePatches(schemas);
        return resources -> {
            for (Resource patch : patches) {
                Resource target = resources.targetOf(patch.originalId());
                merging.applyToAll(resources, List.of(target), patch);
            }
        };
    }

    private static List<Resource> textOrFile(String path, Loader loader, ResourceReader reader) {
        try {
            return reader.read(path, "");
        } catch (KustomizeException e) {
            byte[] content = loader.load(path);
            try {
                return reader.read(content, path);
            } catch (KustomizeException mistake) {
                throw malformedIn(mistake, path);
            }
        }
    }

    /** The error with the file that is no YAML; api/internal/kusterr. */
    public static KustomizeException malformedIn(KustomizeException mistake, String path) {
        return mistake.getMessage().contains("MalformedYAMLError")
                ? new KustomizeException(mistake.getMessage() + " in File: " + path, mistake.location())
                : mistake;
    }

    /**
     * One JSON patch; PatchJson6902Transformer.go.
     *
     * @param config target, path or jsonOp
     */
    public static Transformer json(MapNode config, Loader loader) {
        if (!(config.get("target") instanceof MapNode target)) {
            throw CrashException.nilPointer();
        }
        Selector selector = Selector.of(target);
        if (selector.name().isEmpty()) {
            throw new KustomizeException("must specify the target name");
        }
        String path = config.findText("path");
        String operations = config.findText("jsonOp");
        if (path.isEmpty() && operations.isEmpty()) {
            throw new KustomizeException("empty file path and empty jsonOp");
        }
        if (!path.isEmpty()) {
            if (!operations.isEmpty()) {
                throw new KustomizeException("must specify a file path or jsonOp, not both");
            }
            String loaded = Utf8Text.decode(loader.load(path));
            operations = loaded == null ? "\uFFFD" : loaded;
            if (operations.isEmpty()) {
                throw new KustomizeException("patch file '" + path + "' empty seems to be empty");
            }
        }
        String json = asJson(operations);
        JsonPatch patch;
        try {
            patch = JsonPatch.read(operations);
        } catch (KustomizeException e) {
            throw e.prefixed("decoding " + json);
        }
        if (patch.isEmpty()) {
            throw new KustomizeException("patch appears to be empty; file=" + path + ", JsonOp=" + json);
        }
        return resources -> selector.select(resources).forEach(resource -> JsonPatches.apply(resource, patch, false));
    }

    private static String asJson(String operations) {
        if (operations.startsWith("[")) {
            return operations;
        }
        try {
            return dev.drydock.yaml.JsonWriter.go(
                    YamlReader.parseFirst(operations, "", YamlMode.KUBERNETES).document());
        } catch (YamlException e) {
            throw new KustomizeException(e.upstream());
        }
    }
}
