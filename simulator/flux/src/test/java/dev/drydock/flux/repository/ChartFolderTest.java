package dev.drydock.flux.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ChartFolderTest {

    private final Map<String, Content.Entry> files = new TreeMap<>();

    private ChartFolderTest with(String path, String text) {
        files.put(path, Content.File.of(text));
        return this;
    }

    private java.util.List<String> found() {
        return ChartFolder.within(new Content(files)).stream()
                .map(chart -> ChartFolder.metadata(chart).findText("name") + " "
                        + chart.files().keySet())
                .toList();
    }

    /** A package of one short file. */
    private static byte[] packed(String path, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        byte[] header = new byte[512];
        byte[] name = path.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(name, 0, header, 0, name.length);
        byte[] size = "%011o".formatted(content.length).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(size, 0, header, 124, size.length);
        header[156] = '0';
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(header);
            zip.write(Arrays.copyOf(content, 512));
            zip.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    @Test
    void finds_the_chart_that_a_folder_is() {
        with("Chart.yaml", "name: web").with("templates/a.yaml", "").with("charts/below/Chart.yaml", "name: below");

        assertThat(found()).containsExactly("web [Chart.yaml, charts/below/Chart.yaml, templates/a.yaml]");
    }

    @Test
    void finds_charts_below() {
        with("a/one/Chart.yaml", "name: one")
                .with("a/one/charts/x/Chart.yaml", "name: x")
                .with("two/Chart.yaml", "name: two")
                .with("readme.md", "");

        assertThat(found()).containsExactly("one [Chart.yaml, charts/x/Chart.yaml]", "two [Chart.yaml]");
    }

    @Test
    void finds_packages_and_passes_over_other_archives() throws IOException {
        files.put("web-1.0.0.tgz", Content.File.of(packed("web/Chart.yaml", "name: web\n"), false));
        files.put("site.tgz", Content.File.of(packed("site/index.html", "<html>"), false));
        with("broken.tgz", "no archive").with("two/Chart.yaml", "name: two");
        files.put("two/charts/x-1.0.0.tgz", Content.File.of(packed("x/Chart.yaml", "name: x\n"), false));

        assertThat(found()).containsExactly("two [Chart.yaml, charts/x-1.0.0.tgz]", "web [Chart.yaml]");
    }
}
