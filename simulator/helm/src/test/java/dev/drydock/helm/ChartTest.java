package dev.drydock.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

    private static final String CHILD = "apiVersion: v2\nname: child\nversion: 1.0.0\n";

    private static String parent(String dependency) {
        return "apiVersion: v2\nname: web\nversion: 1.0.0\ndependencies:\n- {name: child, version: 1.0.0" + dependency
                + "}\n";
    }

    private static ChartValues values(String values, String... files) {
        return ChartValues.of(Charts.chart(files), ReleaseValues.ofFiles(List.of(values)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "{apiVersion: v2, version: 1.0.0}~validation: chart.metadata.name is required",
                "{apiVersion: v2, name: a/b, version: 1.0.0}~validation: chart.metadata.name \"a/b\" is invalid",
                "{apiVersion: v2, name: a}~validation: chart.metadata.version is required",
                "{apiVersion: v2, name: a, version: x}~validation: chart.metadata.version \"x\" is invalid",
                "{apiVersion: v2, name: a, version: 1.0.0, type: x}~validation: chart.metadata.type must be application or library",
                "{apiVersion: v2, name: a, version: 1.0.0, dependencies: [null]}~validation: dependencies must not contain empty or null nodes",
                "{apiVersion: v2, name: [a]}~cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go struct field Metadata.name of type string"
            })
    void metadata_must_be_those_of_a_chart(String metadata, String message) {
        assertThatThrownBy(() -> Charts.chart("Chart.yaml", metadata)).hasMessage(message);
    }

    @Test
    void numbers_are_texts_where_metadata_want_texts() {
        assertThat(Charts.chart("Chart.yaml", "{apiVersion: v2, name: a, version: 1, appVersion: 2.10}")
                        .loaded()
                        .metadata()
                        .toMap()
                        .get("AppVersion"))
                .isEqualTo("2.1");
    }

    @Test
    void ignored_files_are_not_packaged() {
        Chart chart = Charts.chart(
                ".helmignore",
                "*.bak\n/docs/\n",
                "a.bak",
                "x",
                "docs/b.txt",
                "x",
                "templates/t.yaml",
                "n: {{ len (.Files.Glob \"**\") }}",
                "kept.txt",
                "x");
        assertThat(Charts.render(chart, "").manifest()).contains("n: 2");
    }

    @Nested
    class Subcharts {

        @Test
        void lie_in_folders_and_archives() throws IOException {
            Map<String, byte[]> files =
                    new TreeMap<>(Charts.files("charts/one/Chart.yaml", CHILD.replace("child", "one")));
            files.put("charts/child-1.0.0.tgz", archive("child/Chart.yaml", CHILD));
            assertThat(ChartValues.of(Chart.load(files), ReleaseValues.NONE).charts())
                    .containsExactly("web", "web/charts/child", "web/charts/one");
        }

        @Test
        void are_switched_off_by_conditions_and_renamed_by_aliases() {
            String[] files = {
                "Chart.yaml", parent(", condition: child.enabled, alias: kid"), "charts/child/Chart.yaml", CHILD
            };
            assertThat(values("", files).charts()).containsExactly("web", "web/charts/kid");
            files[1] = parent(", condition: child.enabled");
            assertThat(values("child: {enabled: false}", files).charts()).containsExactly("web");
        }

        @Test
        void share_globals_and_take_values_from_their_parent() {
            ChartValues values = values(
                    "global: {a: 1}\nchild: {port: 2}",
                    "Chart.yaml",
                    parent(""),
                    "charts/child/Chart.yaml",
                    CHILD,
                    "charts/child/values.yaml",
                    "port: 1\nhost: h");
            assertThat(values.values().findMap("child").toString())
                    .isEqualTo("{\"global\":{\"a\":1.0},\"host\":\"h\",\"port\":2.0}");
        }

        @Test
        void export_values_that_parents_import() {
            ChartValues values = values(
                    "",
                    "Chart.yaml",
                    parent(", import-values: [data]"),
                    "charts/child/Chart.yaml",
                    CHILD,
                    "charts/child/values.yaml",
                    "exports: {data: {k: v}}");
            assertThat(values.values().findText("k")).isEqualTo("v");
        }

        @Test
        void that_are_missing_are_named() {
            assertThat(Charts.chart("Chart.yaml", parent("")).missingDependencies())
                    .isEqualTo("found in Chart.yaml, but missing in charts/ directory: child");
        }
    }

    @Nested
    class Values {

        @Test
        void of_the_user_delete_defaults_by_null() {
            assertThat(values("a: null\nb: {c: null}", "values.yaml", "a: 1\nb: {c: 2, d: 3}")
                            .values()
                            .toString())
                    .isEqualTo("{\"b\":{\"d\":3.0}}");
        }

        @Test
        void that_are_no_map_are_refused() {
            assertThatThrownBy(() -> Charts.chart("values.yaml", "- 1"))
                    .hasMessageStartingWith("cannot load values.yaml: cannot unmarshal yaml document: ");
        }
    }

    private static byte[] archive(String name, String text) throws IOException {
        byte[] data = Charts.bytes(text);
        byte[] tar = new byte[512 + (data.length + 511) / 512 * 512 + 1024];
        System.arraycopy(Charts.bytes(name), 0, tar, 0, name.length());
        byte[] size = Charts.bytes(String.format(java.util.Locale.ROOT, "%011o", data.length));
        System.arraycopy(size, 0, tar, 124, size.length);
        tar[156] = '0';
        System.arraycopy(data, 0, tar, 512, data.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(tar);
        }
        return out.toByteArray();
    }
}
