package dev.drydock.kustomize.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameHashTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: x}}|6ct58987ht",
                "{apiVersion: v1, kind: Secret, metadata: {name: x}, type: Opaque, data: {}}|46f8b28mk5",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {a: b}}|4h2mbtbbt6"
            })
    void is_that_of_kustomize(String object, String hash) {
        assertThat(NameHash.of((MapNode) YamlReader.read(object, "", YamlMode.KUSTOMIZE)))
                .isEqualTo(hash);
    }
}
