package dev.drydock.flux.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Map<String, String> VARIABLES =
            Map.of("name", "podinfo", "dots", "a.b.c.d", "mixed", "Hello World", "upper", "ABC", "empty", "");

    private static String expand(String text, boolean strict) {
        return Template.parse(text).expand(VARIABLES, strict);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "${name}|podinfo",
                "$name|$name",
                "$${name}|${name}",
                "$$|$",
                "$[name]|$[name]",
                "${#name}|7",
                "${missing:=x-${name}}|x-podinfo",
                "${missing:=${other:=${third:=deepest}}}|deepest",
                "${missing:=a\\}b}|a\\b}",
                "${empty:-x}|x",
                "${mixed^^}|HELLO WORLD",
                "${upper,,}|abc",
                "${dots/./-}|a-b.c.d",
                "${dots//./-}|a-b-c-d",
                "${dots%.*}|a.b.c",
                "${dots%%.*}|a",
                "${dots#*.}|b.c.d",
                "${dots##*.}|d",
                "${name:1}|odinfo",
                "${name:0:3}|pod",
                "${name:6:5}|o",
                "${name:a}|podinfo"
            })
    void is_expanded_as_flux_does(String text, String expanded) {
        assertThat(expand(text, false)).isEqualTo(expanded);
        assertThat(expand(text, true)).isEqualTo(expanded);
    }

    @Test
    void a_missing_variable_is_empty_unless_strict() {
        assertThat(expand("a${missing}b", false)).isEqualTo("ab");
        assertThatThrownBy(() -> expand("a${missing}b", true))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("variable not set (strict mode): \"missing\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${name,", "${upper^^x}"})
    void broken_operators_are_refused(String text) {
        assertThatThrownBy(() -> expand(text, false))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("bad substitution");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${a\nb}", "${name&x}"})
    void names_end_at_the_brace(String text) {
        assertThatThrownBy(() -> expand(text, false))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("missing closing brace");
    }

    @Test
    void deep_nesting_does_not_overflow() {
        String text = "${a:=".repeat(100_000) + "x" + "}".repeat(100_000);

        assertThatThrownBy(() -> expand(text, false)).isNotInstanceOf(StackOverflowError.class);
    }
}
