package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.resource.OutputTree;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonPatchException;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;

/**
 * A JSON patch with the habits of evanphx/json-patch v4: {@code replace} adds, negative indices count from the end, the
 * first segment of a path is dropped unseen.
 */
public final class JsonPatch {

    private final ListNode operations;

    private JsonPatch(ListNode operations) {
        this.operations = operations;
    }

    /**
     * Reads a patch: JSON when the text begins with a bracket, else YAML as Kubernetes reads it.
     *
     * @throws KustomizeException when the text is neither, or no list of operations
     */
    public static JsonPatch read(String text) {
        Node patch;
        try {
            patch = text.startsWith("[")
                    ? JsonReader.read(text, "")
                    : YamlReader.parseFirst(text, "", YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            throw new KustomizeException(e.upstream());
        }
        if (patch.isNull()) {
            return new JsonPatch(ListNode.EMPTY);
        }
        if (!(patch instanceof ListNode list)) {
            throw new KustomizeException(
                    "json: cannot unmarshal " + JsonKind.of(patch) + " into Go value of type jsonpatch.Patch");
        }
        for (Node operation : list) {
            if (!(operation instanceof MapNode) && !operation.isNull()) {
                throw new KustomizeException("json: cannot unmarshal " + JsonKind.of(operation)
                        + " into Go value of type jsonpatch.Operation");
            }
        }
        return new JsonPatch(list);
    }

    /** Whether the patch does nothing. */
    public boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Number of operations. */
    public int size() {
        return operations.size();
    }

    /**
     * The object after all operations.
     *
     * @throws KustomizeException with the words of the Go library when one does not apply
     */
    public MapNode apply(MapNode object) {
        Node document;
        try {
            document = dev.drydock.yaml.JsonPatch.apply(OutputTree.of(object), (ListNode) OutputTree.of(operations));
        } catch (JsonPatchException e) {
            throw new KustomizeException(String.valueOf(e.getMessage()));
        }
        if (document instanceof MapNode map) {
            return (MapNode) JsonNumbers.asGoReadsThem(map);
        }
        throw new KustomizeException("json: cannot unmarshal array into Go value of type map[string]interface {}");
    }
}
