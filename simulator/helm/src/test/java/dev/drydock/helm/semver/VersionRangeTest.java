package dev.drydock.helm.semver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRangeTest {

    @ParameterizedTest(name = "{0} refuses {1}: {2}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                ">=1.2;1.1.0;\"1.1.0\" is less than \"1.2\"",
                "^1.2;2.0.0;\"2.0.0\" does not have same major version as \"1.2\"",
                "~1.2.3;1.3.0;\"1.3.0\" does not have same major and minor version as \"1.2.3\"",
                "!=1.2;1.2.9;\"1.2.9\" is equal to \"1.2\"",
                ">=1;2.0.0-rc.1;\"2.0.0-rc.1\" is a prerelease version and the constraint is only looking for release versions"
            })
    void says_why_a_version_is_not_in_it(String range, String version, String reason) {
        assertThat(VersionRange.parse(range).refusals(Version.parse(version))).containsExactly(reason);
    }

    @Test
    void is_silent_about_a_version_that_is_in_it() {
        assertThat(VersionRange.parse(">=1.2 <2 || 3.x").refusals(Version.parse("3.1.0")))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1.2, invalid semantic version",
        "v1.2.3, invalid characters in version",
        "1.2.03, version segment starts with 0",
        "1.2.3-a_b, invalid prerelease string",
        "1.2.3+, invalid metadata string"
    })
    void strict_versions_keep_the_letter_of_the_specification(String text, String message) {
        assertThatThrownBy(() -> Version.parseStrictly(text)).hasMessage(message);
    }

    @Test
    void long_texts_are_refused() {
        assertThatThrownBy(() -> VersionRange.parse(">=1 ".repeat(200)))
                .hasMessage("constraint string is too long (max 512 bytes)");
    }
}
