package dev.drydock.helm;

import org.apiguardian.api.API;

/** {@code helm template}: the manifests of a chart with values. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HelmTemplate {

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
        throw new NotModelledException("rendering of Helm charts");
    }
}
