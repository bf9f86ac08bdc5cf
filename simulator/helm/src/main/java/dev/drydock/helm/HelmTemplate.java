package dev.drydock.helm;

import dev.drydock.helm.chart.Dependencies;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.helm.engine.Engine;
import dev.drydock.helm.engine.KubeVersion;
import dev.drydock.helm.manifest.Manifests;
import dev.drydock.helm.manifest.OriginLabels;
import dev.drydock.helm.schema.ValuesSchema;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.GoQuote;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** {@code helm template}: the manifests of a chart with values. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HelmTemplate {

    private static final String NOTES = "NOTES.txt";
    private static final int LONGEST_NAME = 53;
    private static final String NAME_FORM = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private static final Pattern NAME = Pattern.compile(NAME_FORM);

    private HelmTemplate() {}

    /**
     * Renders a chart as an install or upgrade does before it touches the cluster.
     *
     * @param values the values of the release; the chart's defaults come from the chart
     * @throws HelmException with Helm's message
     * @throws NotModelledException when the manifests would rest on something that is not modelled
     */
    public static Rendered render(
            Chart chart, ReleaseValues values, Release release, Capabilities capabilities, RenderOptions options) {
        checkName(release);
        MetChart met = met(chart, values);
        LoadedChart loaded = met.chart();
        GoMap all = met.values();
        if (options.validateSchema()) {
            ValuesSchema.check(loaded, all);
        }
        checkKubeVersion(loaded, capabilities);
        Map<String, String> files = new TreeMap<>(Engine.render(loaded, all, release, capabilities, options));
        String notes = files.getOrDefault(loaded.name() + "/templates/" + NOTES, "");
        files.keySet().removeIf(file -> file.endsWith(NOTES));
        Manifests manifests = Manifests.sort(options.originLabels() ? OriginLabels.render(files, release) : files);
        return new Rendered(manifests.text(), manifests.hooks(), notes, loaded.crds());
    }

    /**
     * What each template prints, by its path: a look at the engine before its output is read as YAML.
     *
     * @throws HelmException with the engine's message
     * @throws NotModelledException when the text would rest on something that is not modelled
     */
    public static Map<String, String> templates(
            Chart chart, ReleaseValues values, Release release, Capabilities capabilities, RenderOptions options) {
        MetChart met = met(chart, values);
        return Engine.render(met.chart(), met.values(), release, capabilities, options);
    }

    private static void checkName(Release release) {
        String name = release.name();
        String problem = "";
        if (name.isEmpty()) {
            problem = "no name provided";
        } else if (name.length() > LONGEST_NAME || !NAME.matcher(name).find()) {
            problem = "invalid release name, must match regex " + NAME_FORM + " and the length must not be longer than "
                    + LONGEST_NAME;
        }
        if (!problem.isEmpty()) {
            String action = release.upgrade() ? "" : "release name check failed: ";
            throw new HelmException(action + "release name " + GoQuote.quote(name) + ": " + problem);
        }
    }

    private static MetChart met(Chart chart, ReleaseValues values) {
        return MetChart.of(chart, values, "chart dependencies processing failed: ", warning -> {});
    }

    private static void checkKubeVersion(LoadedChart chart, Capabilities capabilities) {
        String range = chart.metadata().kubeVersion();
        KubeVersion version = KubeVersion.of(capabilities.kubeVersion());
        if (!range.isEmpty() && !Dependencies.isCompatible(range, version.version())) {
            throw new HelmException("chart requires kubeVersion: " + range + " which is incompatible with Kubernetes "
                    + version.version());
        }
    }
}
