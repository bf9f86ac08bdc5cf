package dev.drydock.helm;

import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** {@code helm template}: the manifests of a chart with values. Not modelled yet, which every answer says. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HelmTemplate {

    private HelmTemplate() {}

    /**
     * The manifests would rest on something that is not modelled.
     *
     * @param feature what it is
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record NotModelled(String feature) {}

    /**
     * Renders a chart.
     *
     * @param values the values of the release
     * @return never manifests yet
     */
    public static NotModelled render(MapNode values) {
        return new NotModelled("rendering of Helm charts");
    }
}
