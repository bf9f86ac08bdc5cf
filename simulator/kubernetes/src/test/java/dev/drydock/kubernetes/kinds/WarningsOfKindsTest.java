package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WarningsOfKindsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "warnings.csv", delimiter = '|', quoteCharacter = '^')
    void warns_of_what_is_accepted_all_the_same(String object, @Nullable String warning) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        admin.create(json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}"), OPTIONS);
        admin.create(
                json(
                        "{'apiVersion': 'v1', 'kind': 'ServiceAccount', 'metadata': {'name': 'default', 'namespace': 'team-a'}}"),
                OPTIONS);

        ApiResponse response = admin.create(json(object), OPTIONS);

        assertThat(response.isSuccess()).as(String.valueOf(response.message())).isTrue();
        assertThat(response.warnings()).isEqualTo(warning == null ? List.of() : List.of(warning));
    }
}
