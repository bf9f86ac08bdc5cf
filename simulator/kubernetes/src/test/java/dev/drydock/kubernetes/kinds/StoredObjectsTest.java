package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server has stored it takes back: every object that was created may be put as it is. */
class StoredObjectsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");

    /** What the server says of an object that is put as it was stored; empty when it cannot be created. */
    private static Optional<String> putBack(MapNode object) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        MapNode namespace =
                MapNode.of("apiVersion", "v1", "kind", "Namespace", "metadata", MapNode.of("name", "team-a"));
        admin.create(namespace, OPTIONS);
        try {
            ApiResponse created = admin.create(object, OPTIONS);
            if (!created.isSuccess()) {
                return Optional.empty();
            }
            MapNode stored = admin.get(GroupVersionKind.of(object), NamespacedName.of(created.object()))
                    .object();
            ApiResponse put = admin.update(stored, "", OPTIONS);
            return Optional.of(put.isSuccess() ? "" : String.valueOf(put.message()));
        } catch (NoMatchException e) {
            return Optional.empty();
        }
    }

    private static Stream<MapNode> objects(String line) {
        MapNode request = ((MapNode) JsonReader.read(line, "cases.jsonl")).findMap("request");
        boolean creates = request.findText("method").equals("POST");
        return creates && request.get("body") instanceof MapNode body && body.has("kind")
                ? Stream.of(body)
                : Stream.of();
    }

    @Test
    void every_object_of_the_corpus_that_was_stored_is_valid() throws IOException {
        Path cases = Path.of(System.getProperty("drydock.shared", "none"), "data", "api-objects", "cases.jsonl");
        assumeTrue(Files.isRegularFile(cases), "no corpus: set -Ddrydock.shared");
        List<String> wrong = new ArrayList<>();
        int stored = 0;
        for (String line : Files.readAllLines(cases)) {
            for (MapNode object : objects(line).toList()) {
                Optional<String> said = putBack(object);
                stored += said.isPresent() ? 1 : 0;
                said.filter(text -> !text.isEmpty()).ifPresent(wrong::add);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(stored).isPositive();
    }
}
