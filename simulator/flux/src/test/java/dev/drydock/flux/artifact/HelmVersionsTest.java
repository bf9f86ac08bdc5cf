package dev.drydock.flux.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelmVersionsTest {

    private static final List<HelmVersions.Entry> INDEX =
            List.of("1.0.0", "1.1.0", "1.2.0-rc.1", "v1.3.0", "2.0.0").stream()
                    .map(version -> new HelmVersions.Entry(version, Instant.EPOCH))
                    .toList();

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"'', 2.0.0", "*, 2.0.0", "1.1, 1.1.0", "~1.1, 1.1.0", "1.x, v1.3.0", "1.2.0-rc.1, 1.2.0-rc.1"})
    void a_range_picks_the_newest_chart(String range, String version) {
        assertThat(HelmVersions.fromIndex("app", INDEX, range)).isEqualTo(version);
    }

    @Test
    void previews_are_not_picked_by_themselves() {
        assertThatThrownBy(() ->
                        HelmVersions.fromIndex("app", List.of(new HelmVersions.Entry("2.1.0-beta", Instant.EPOCH)), ""))
                .isInstanceOf(SourceException.class)
                .hasMessage("no 'app' chart with version matching '' found");
    }

    @Test
    void tags_are_compared_as_versions() {
        assertThat(HelmVersions.fromTags(List.of("6.0", "6", "5.0.0"), ">=5")).isEqualTo("5.0.0");
    }
}
