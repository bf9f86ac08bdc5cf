package dev.drydock.kubernetes.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RefusalsOfKindsTest {

    private static final WriteOptions OPTIONS = WriteOptions.as("test");

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "refusals.csv", delimiter = '|', quoteCharacter = '^')
    void says_what_is_wrong_with_an_object_as_the_real_server_does(String object, String message) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        admin.create(json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}"), OPTIONS);

        assertThat(admin.create(json(object), OPTIONS).message()).isEqualTo(message);
    }

    @ParameterizedTest(name = "{2}")
    @CsvFileSource(resources = "refused-updates.csv", delimiter = '|', quoteCharacter = '^')
    void says_what_is_wrong_with_a_change_as_the_real_server_does(String object, String changed, String message) {
        Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());
        admin.create(json("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'team-a'}}"), OPTIONS);
        admin.create(json(object), OPTIONS);

        assertThat(admin.update(json(changed), "", OPTIONS).message()).isEqualTo(message);
    }
}
