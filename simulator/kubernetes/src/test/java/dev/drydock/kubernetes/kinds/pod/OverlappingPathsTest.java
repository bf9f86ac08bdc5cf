package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.validation.FieldErrors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlappingPathsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'secret': {'secretName': 's', 'items': [{'path': 'a'}, {'path': 'b'}]}}    |
            {'secret': {'secretName': 's', 'items': [{'path': 'a'}, {'path': 'a/b'}]}}  | volume "v" (Secret "s"): overlapping paths: "a/b" with "a"
            {'configMap': {'name': 'c', 'items': [{'path': 'a/'}, {'path': 'a'}]}}      | volume "v" (ConfigMap "c"): overlapping paths: "a" with "a"
            {'downwardAPI': {'items': [{'path': 'a'}, {'path': 'ab'}]}}                 |
            {'projected': {'sources': [{}]}}                                            | volume "v" (Projected) has no sources provided
            {'projected': {'sources': [{'secret': {'name': 's', 'items': [{'path': 'a'}]}}, {'serviceAccountToken': {'path': 'a/t'}}]}} | volume "v" (Projected): overlapping paths: "a/t" (ServiceAccountToken) with "a" (Secret "s")
            """)
    void warns_of_files_that_hide_each_other(String source, @Nullable String warning) {
        Field spec = Field.of(Pods.json("{'volumes': [{'name': 'v', " + source.substring(1) + "]}"), new FieldErrors());

        assertThat(String.join("; ", OverlappingPaths.warnings(spec))).isEqualTo(warning == null ? "" : warning);
    }
}
