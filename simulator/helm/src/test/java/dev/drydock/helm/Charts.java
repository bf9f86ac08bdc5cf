package dev.drydock.helm;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small charts for tests. */
final class Charts {

    static final Capabilities CLUSTER = new Capabilities("v1.36.3", List.of("v1", "apps/v1", "apps/v1/Deployment"));
    static final Release RELEASE = Release.install("demo", "apps");

    private Charts() {}

    /** Files of a chart named {@code web}; paths and texts take turns. */
    static Map<String, byte[]> files(String... pathsAndTexts) {
        Map<String, byte[]> files = new TreeMap<>();
        files.put("Chart.yaml", bytes("apiVersion: v2\nname: web\nversion: 1.2.3\n"));
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], bytes(pathsAndTexts[i + 1]));
        }
        return files;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Chart chart(String... pathsAndTexts) {
        return Chart.pack(files(pathsAndTexts));
    }

    static Rendered render(Chart chart, String values) {
        return render(chart, values, RenderOptions.TEMPLATE);
    }

    static Rendered render(Chart chart, String values, RenderOptions options) {
        return HelmTemplate.render(chart, ReleaseValues.ofFiles(List.of(values)), RELEASE, CLUSTER, options);
    }

    /** What one template prints. */
    static String print(String template, String values) {
        Chart chart = chart("templates/t.yaml", template, "files/a.txt", "alpha\nbeta\n");
        return HelmTemplate.templates(
                        chart, ReleaseValues.ofFiles(List.of(values)), RELEASE, CLUSTER, RenderOptions.TEMPLATE)
                .getOrDefault("web/templates/t.yaml", "");
    }
}
