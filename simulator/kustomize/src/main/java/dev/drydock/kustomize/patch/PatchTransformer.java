package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.kustomize.resource.Selector;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.kustomize.transform.Transformer;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of {@code patches}: a strategic merge patch or a JSON patch, told apart by trying; PatchTransformer.go. */
public final class PatchTransformer implements Transformer {

    private final String source;
    private final @Nullable Selector target;
    private final List<Resource> mergePatches;
    private final JsonPatch jsonPatch;
    private final MergePatches merging;

    private PatchTransformer(
            String source,
            @Nullable Selector target,
            List<Resource> mergePatches,
            JsonPatch jsonPatch,
            MergePatches merging) {
        this.source = source;
        this.target = target;
        this.mergePatches = mergePatches;
        this.jsonPatch = jsonPatch;
        this.merging = merging;
    }

    /**
     * Reads an entry.
     *
     * @param config path or patch, target, options
     * @throws KustomizeException when it is neither kind of patch, or both
     */
    public static PatchTransformer of(MapNode config, Loader loader, ResourceReader reader, MergeSchemas schemas) {
        String inline = config.findText("patch").strip();
        String path = config.findText("path");
        if (inline.isEmpty() && path.isEmpty()) {
            throw new KustomizeException("must specify one of patch and path in\n" + YamlWriter.write(config));
        }
        if (!inline.isEmpty() && !path.isEmpty()) {
            throw new KustomizeException("patch and path can't be set at the same time\n" + YamlWriter.write(config));
        }
        String text = inline.isEmpty() ? load(loader, path) : inline;
        String source =
                inline.isEmpty() ? "[path: " + GoQuote.quote(path) + "]" : "[patch: " + GoQuote.quote(inline) + "]";
        List<Resource> merges = null;
        JsonPatch json = null;
        KustomizeException mergeMistake = null;
        try {
            merges = reader.read(text, path);
        } catch (KustomizeException e) {
            mergeMistake = e;
        }
        try {
            json = text.isEmpty() ? null : JsonPatch.read(text);
        } catch (KustomizeException e) {
            if (merges == null && mergeMistake != null) {
                throw new KustomizeException(
                        "unable to parse SM or JSON patch from " + source, mergeMistake.location());
            }
        }
        if (merges != null && json != null && !merges.isEmpty() && !json.isEmpty()) {
            throw new KustomizeException("illegally qualifies as both an SM and JSON patch: " + source);
        }
        if (merges == null && json == null) {
            throw new KustomizeException("unable to parse SM or JSON patch from " + source);
        }
        if (merges != null) {
            MapNode options = config.findMap("options");
            merges.forEach(p -> p.allow(options.isTrue("allowNameChange"), options.isTrue("allowKindChange")));
        }
        Selector target = config.get("target") instanceof MapNode selector ? Selector.of(selector) : null;
        JsonPatch none = JsonPatch.read("[]");
        return new PatchTransformer(
                source,
                target,
                merges == null ? List.of() : merges,
                merges != null || json == null ? none : json,
                new MergePatches(schemas));
    }

    private static String load(Loader loader, String path) {
        try {
            String text = Utf8Text.decode(loader.load(path));
            return text == null ? "\uFFFD" : text;
        } catch (KustomizeException e) {
            throw e.prefixed("failed to get the patch file from path(" + path + ")");
        }
    }

    @Override
    public void transform(ResourceMap resources) {
        if (!mergePatches.isEmpty()) {
            merge(resources);
        } else if (!jsonPatch.isEmpty()) {
            json(resources);
        }
    }

    private void merge(ResourceMap resources) {
        if (target == null) {
            for (Resource patch : mergePatches) {
                Resource object;
                try {
                    object = resources.targetOf(patch.originalId());
                } catch (KustomizeException e) {
                    throw new KustomizeException(
                            "no resource matches strategic merge patch "
                                    + GoQuote.quote(patch.originalId().toString()) + ": " + e.getMessage(),
                            patch.node().location());
                }
                merging.apply(object, patch);
            }
            return;
        }
        if (mergePatches.size() > 1) {
            throw new KustomizeException("Multiple Strategic-Merge Patches in one `patches` entry is not allowed to set"
                    + " `patches.target` field: " + source);
        }
        List<Resource> selected;
        try {
            selected = target.select(resources);
        } catch (KustomizeException e) {
            throw e.prefixed("unable to find patch target " + GoQuote.quote(target.toString()) + " in `resources`");
        }
        merging.applyToAll(resources, selected, mergePatches.get(0));
    }

    private void json(ResourceMap resources) {
        if (target == null) {
            throw new KustomizeException("must specify a target for JSON patch " + source);
        }
        for (Resource resource : target.select(resources)) {
            resource.storePreviousId();
            JsonPatches.apply(resource, jsonPatch, true);
        }
    }
}
