package dev.drydock.cel.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "name, name",
        "a-b, a__dash__b",
        "a.b/c, a__dot__b__slash__c",
        "a__b, a__underscores__b",
        "namespace, __namespace__",
        "in, __in__",
        "x_y, x_y",
    })
    void are_written_so_and_read_back(String name, String written) {
        assertThat(FieldNames.escape(name)).isEqualTo(written);
        assertThat(FieldNames.unescape(written)).isEqualTo(name);
    }

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"1a", "a b", "é", "''"})
    void cannot_all_be_written(String name) {
        assertThat(FieldNames.escape(name)).isNull();
    }
}
