package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Repository;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Charts from their repository to their objects. */
class ChartReleaseTest {

    private static final String COLOURS = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: colours.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {kind: Colour, plural: colours}
              versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
            """;
    private static final String RED = "{apiVersion: example.com/v1, kind: Colour, metadata: {name: red}}";

    private static final GroupVersionKind RELEASE = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");
    private static final GroupVersionKind CHART = new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmChart");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final String URL = "https://charts.example.com/team";
    private static final String SOURCE =
            "{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmRepository, metadata: {name: team, namespace: default},"
                    + " spec: {interval: 1h, url: \"" + URL + "\"}}";
    private static final String TEMPLATE = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ .Release.Name }}-{{ .Values.suffix }}
            data:
              colour: {{ .Values.colour | upper | quote }}
            """;

    private final FluxWorld world = new FluxWorld(FluxProfile.open());

    private void serve(String template) {
        world.repositories.put(Repository.empty(URL)
                .withCharts(List.of(FluxWorld.files(Map.of(
                        "Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.0\n",
                        "values.yaml", "suffix: config\ncolour: red\n",
                        "templates/config.yaml", template)))));
    }

    private void release(String chart, String more) {
        world.apply(SOURCE)
                .apply(
                        "{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: shop, namespace: default},"
                                + " spec: {interval: 1h, chart: {spec: {" + chart
                                + ", sourceRef: {kind: HelmRepository, name: team}}}"
                                + more + "}}")
                .advance(60);
    }

    private String ready(GroupVersionKind kind, String name) {
        return world.ready(kind, "default", name).message();
    }

    @Test
    void renders_templates_with_the_values_of_the_release() {
        serve(TEMPLATE);
        release("chart: web", ", values: {colour: blue}");

        assertThat(ready(RELEASE, "shop"))
                .isEqualTo("Helm install succeeded for release default/shop.v1 with chart web@1.2.0");
        MapNode object = world.get(CONFIG_MAP, "default", "shop-config");
        assertThat(object.findText("data", "colour")).isEqualTo("BLUE");
        assertThat(object.findMap("metadata", "labels").strings())
                .containsEntry("helm.toolkit.fluxcd.io/name", "shop")
                .containsEntry("app.kubernetes.io/managed-by", "Helm");
    }

    @Test
    void patches_what_is_rendered() {
        serve(TEMPLATE);
        release(
                "chart: web",
                ", commonMetadata: {labels: {team: a}}, postRenderers: [{kustomize: {patches: [{target: {kind: ConfigMap},"
                        + " patch: '[{\"op\": \"replace\", \"path\": \"/data/colour\", \"value\": \"patched\"}]'}]}}]");

        assertThat(ready(RELEASE, "shop")).startsWith("Helm install succeeded");
        MapNode object = world.get(CONFIG_MAP, "default", "shop-config");
        assertThat(object.findText("data", "colour")).isEqualTo("patched");
        assertThat(object.findText("metadata", "labels", "team")).isEqualTo("a");
    }

    @Test
    void quotes_the_engine_when_a_template_fails() {
        serve("{{ fail \"no colour\" }}");
        release("chart: web", "");

        assertThat(ready(RELEASE, "shop"))
                .isEqualTo("Helm install failed for release default/shop with chart web@1.2.0: execution error at"
                        + " (web/templates/config.yaml:1:3): no colour");
    }

    @Test
    void finds_no_version_outside_the_range() {
        serve(TEMPLATE);
        release("chart: web, version: '>=2.0.0'", "");

        assertThat(ready(CHART, "default-shop"))
                .isEqualTo(
                        "invalid chart reference: failed to get chart version for remote reference: no 'web' chart with"
                                + " version matching '>=2.0.0' found");
        assertThat(ready(RELEASE, "shop")).startsWith("HelmChart 'default/default-shop' is not ready: invalid chart");
    }

    @Test
    void names_the_file_of_definitions_that_the_server_does_not_know() {
        world.repositories.put(Repository.empty(URL)
                .withCharts(List.of(FluxWorld.files(Map.of(
                        "Chart.yaml",
                        "apiVersion: v2\nname: web\nversion: 1.2.0\n",
                        "crds/colours.yaml",
                        COLOURS + "---\n" + RED)))));
        release("chart: web", "");

        assertThat(ready(RELEASE, "shop"))
                .isEqualTo("Helm install failed for release default/shop with chart web@1.2.0: failed to apply"
                        + " CustomResourceDefinitions: failed to parse CustomResourceDefinitions from crds/colours.yaml:"
                        + " resource mapping not found for name: \"red\" namespace: \"\" from \"\": no matches for kind"
                        + " \"Colour\" in version \"example.com/v1\"\nensure CRDs are installed first");
    }

    @Test
    void waits_in_vain_for_kinds_that_a_client_of_its_own_does_not_know() {
        world.repositories.put(Repository.empty(URL)
                .withCharts(List.of(FluxWorld.files(Map.of(
                        "Chart.yaml", "apiVersion: v2\nname: web\nversion: 1.2.0\n",
                        "crds/colours.yaml", COLOURS,
                        "templates/red.yaml", RED)))));
        release("chart: web", ", persistentClient: false, timeout: 20s");

        assertThat(ready(RELEASE, "shop"))
                .isEqualTo("Helm install failed for release default/shop with chart web@1.2.0: timeout waiting for:"
                        + " [Colour/default/red status: 'Unknown': no matches for kind \"Colour\" in group"
                        + " \"example.com\"]");

        release("chart: web", ", timeout: 21s");
        assertThat(ready(RELEASE, "shop")).startsWith("Helm upgrade succeeded");
    }
}
