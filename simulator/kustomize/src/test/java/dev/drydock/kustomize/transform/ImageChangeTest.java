package dev.drydock.kustomize.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.drydock.kustomize.CrashException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageChangeTest {

    private static ImageChange change(String entry) {
        return ImageChange.of((MapNode) YamlReader.read(entry, "", YamlMode.KUBERNETES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nginx|nginx:v9",
                "nginx:1.0|nginx:v9",
                "nginx:1.0@sha256:abc|nginx:v9",
                "docker.io/nginx|",
                "nginx2|"
            })
    void sets_a_tag(String image, String expected) {
        assertThat(change("{name: nginx, newTag: v9}").apply(image)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: nginx, digest: 'sha256:z'}|nginx:1|nginx@sha256:z",
                "{name: nginx, newName: other}|nginx:1@sha256:a|other:1@sha256:a",
                "{name: nginx, newTag: '2', digest: 'sha256:z'}|nginx:1|nginx:2@sha256:z",
                "{name: nginx, tagSuffix: -x}|nginx:1|nginx:1-x",
                "{name: 'reg:5000/app', newTag: '2'}|reg:5000/app:1|reg:5000/app:2",
                "{name: '.*nginx', newTag: '2'}|docker.io/nginx:1|docker.io/nginx:2",
                "{name: nginx}|nginx:|nginx"
            })
    void rebuilds_an_image(String entry, String image, String expected) {
        assertThat(change(entry).apply(image)).isEqualTo(expected);
    }

    @Test
    void crashes_where_kustomize_does() {
        assertThatExceptionOfType(CrashException.class)
                .isThrownBy(() -> change("{name: '(', newTag: '1'}").apply("nginx"));
    }
}
