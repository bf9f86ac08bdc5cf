package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.PatchType;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WorkloadRefusalsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");
    private static final String TEMPLATE = "'template': {'metadata': {'labels': {'app': 'web'}},"
            + " 'spec': {'containers': [{'name': 'app', 'image': 'nginx'}]}}";
    private static final String ONCE = TEMPLATE.replace("'containers'", "'restartPolicy': 'Never', 'containers'");
    private static final String SELECTOR = "'selector': {'matchLabels': {'app': 'web'}}, ";
    private static final Map<String, String> SMALLEST = Map.of(
            "Deployment", "{'apiVersion': 'apps/v1', 'spec': {" + SELECTOR + TEMPLATE + "}}",
            "ReplicaSet", "{'apiVersion': 'apps/v1', 'spec': {" + SELECTOR + TEMPLATE + "}}",
            "DaemonSet", "{'apiVersion': 'apps/v1', 'spec': {" + SELECTOR + TEMPLATE + "}}",
            "StatefulSet", "{'apiVersion': 'apps/v1', 'spec': {" + SELECTOR + TEMPLATE + "}}",
            "ReplicationController", "{'apiVersion': 'v1', 'spec': {" + TEMPLATE + "}}",
            "Job", "{'apiVersion': 'batch/v1', 'spec': {" + ONCE + "}}",
            "CronJob",
                    "{'apiVersion': 'batch/v1', 'spec': {'schedule': '@daily', 'jobTemplate': {'spec': {" + ONCE
                            + "}}}}");

    private final Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    /** The smallest workload of a kind with other fields in its spec. */
    private static MapNode workload(String kind, String spec) {
        MapNode object = json(Objects.requireNonNull(SMALLEST.get(kind)))
                .with("kind", kind)
                .with("metadata", json("{'name': 'web', 'namespace': 'default'}"));
        MapNode[] merged = {object.findMap("spec")};
        json(spec)
                .forEach((key, value) ->
                        merged[0] = value.isNull() ? merged[0].without(key) : merged[0].with(key, value));
        return object.with("spec", merged[0]);
    }

    private static String text(@Nullable String message) {
        return message == null ? "" : message;
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "workload-creates.csv", delimiter = '|', quoteCharacter = '^')
    void says_what_is_wrong_with_a_new_workload(String kind, String spec, @Nullable String message) {
        assertThat(text(admin.create(workload(kind, spec), OPTIONS).message())).isEqualTo(text(message));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvFileSource(resources = "workload-updates.csv", delimiter = '|', quoteCharacter = '^')
    void says_what_of_a_workload_must_stay(String kind, String spec, String patch, @Nullable String message) {
        MapNode object = workload(kind, spec);
        admin.create(object, OPTIONS);

        assertThat(text(admin.patch(
                                GroupVersionKind.of(object),
                                NamespacedName.of(object),
                                "",
                                PatchType.MERGE,
                                json("{'spec': " + patch + "}"),
                                OPTIONS)
                        .message()))
                .isEqualTo(text(message));
    }
}
