package dev.drydock.kustomize.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.patch.JsonPatch;
import dev.drydock.kustomize.patch.MergeSchemas;
import dev.drydock.kustomize.patch.StrategicMerge;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;

/** Any patch on any object: a result or a {@link KustomizeException}. */
class PatchFuzz {

    private static MapNode tree(String text) {
        return YamlReader.parseFirst(text, "", YamlMode.KUSTOMIZE).document() instanceof MapNode map
                ? map
                : MapNode.EMPTY;
    }

    @FuzzTest(maxDuration = "5m")
    void ends_with_a_result_or_an_error(FuzzedDataProvider data) {
        try {
            boolean json = data.consumeBoolean();
            MapNode object = tree("{apiVersion: v1, kind: Pod, spec: " + data.consumeString(200) + "}");
            if (json) {
                JsonPatch.read(data.consumeRemainingAsString()).apply(object);
            } else {
                MapNode patch = tree("{apiVersion: v1, kind: Pod, spec: " + data.consumeRemainingAsString() + "}");
                new StrategicMerge(new MergeSchemas()).merge(object, patch);
            }
        } catch (KustomizeException | YamlException e) {
            // the only ways to fail
        }
    }
}
