package dev.drydock.helm;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What a chart rendered to.
 *
 * @param manifest the manifests in install order, each behind {@code ---} and a line {@code # Source:}
 * @param hooks the hooks in Helm's order
 * @param notes the notes, empty when there are none
 * @param crds the CRD files of the chart and of its enabled subcharts, in the order in which they are installed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Rendered(String manifest, List<Hook> hooks, String notes, List<CrdFile> crds) {

    /** Copies the lists. */
    public Rendered {
        hooks = List.copyOf(hooks);
        crds = List.copyOf(crds);
    }
}
