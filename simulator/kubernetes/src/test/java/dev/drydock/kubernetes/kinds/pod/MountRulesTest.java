package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class MountRulesTest {

    private static final String VOLUMES =
            "[{'name': 'cache', 'emptyDir': {}}, {'name': 'claim', 'persistentVolumeClaim': {'claimName': 'a'}}]";

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "mount-rules.csv", delimiter = '|', quoteCharacter = '^', emptyValue = "")
    void says_what_is_wrong_with_mounts(String fields, @Nullable String errors) {
        assertThat(Pods.wrong(Pods.withVolumes(VOLUMES, fields))).isEqualTo(errors == null ? "" : errors);
    }
}
