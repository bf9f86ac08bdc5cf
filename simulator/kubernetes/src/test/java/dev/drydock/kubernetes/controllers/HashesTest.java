package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The hashes that a cluster of release 1.36 gave to templates. */
class HashesTest {

    private static MapNode template(String text) {
        return (MapNode) JsonReader.read(text, "template.json");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "template-hashes.csv", delimiter = '|', quoteCharacter = '^')
    void a_template_has_the_hash_that_deployments_and_daemon_sets_give_it(String hash, String template) {
        assertThat(Hashes.ofTemplate(template(template), null)).isEqualTo(hash);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "revision-hashes.csv", delimiter = '|', quoteCharacter = '^')
    void a_template_has_the_hash_that_stateful_sets_give_it(String hash, String template) {
        assertThat(Hashes.ofRevision(template(template), 0)).isEqualTo(hash);
    }
}
