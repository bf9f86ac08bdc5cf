package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.runtime.Conditions;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HelmRepositories and HelmCharts through their reconcilers. */
class HelmSourcesTest {

    private static final GroupVersionKind REPOSITORY =
            new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmRepository");
    private static final GroupVersionKind CHART = new GroupVersionKind("source.toolkit.fluxcd.io", "v1", "HelmChart");
    private static final GroupVersionKind RELEASE = new GroupVersionKind("helm.toolkit.fluxcd.io", "v2", "HelmRelease");
    private static final String URL = "https://charts.example.com/team";

    private FluxWorld world = new FluxWorld(FluxProfile.open());

    private static Content folder(String version, String... more) {
        Map<String, String> files = new TreeMap<>();
        files.put("Chart.yaml", "apiVersion: v2\nname: web\nversion: " + version + "\n");
        for (int i = 0; i < more.length; i += 2) {
            files.put(more[i], more[i + 1]);
        }
        return FluxWorld.files(files);
    }

    private void serve(Content... charts) {
        world.repositories.put(Repository.empty(URL).withCharts(List.of(charts)));
    }

    private void repository(String spec) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmRepository, metadata: {name: team, namespace:"
                + " default}, spec: {interval: 1h, " + spec + "}}");
    }

    private void chart(String spec) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: HelmChart, metadata: {name: web, namespace:"
                        + " default}, spec: {interval: 1h, " + spec + "}}")
                .advance(60);
    }

    private void secret(String name, String more) {
        world.apply("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: default}, " + more + "}");
    }

    private String condition(GroupVersionKind kind, String name, String type) {
        return Conditions.find(world.get(kind, "default", name), type)
                .map(c -> c.status() + " " + c.reason() + ": " + c.message())
                .orElse("none");
    }

    private String chartOfRepository() {
        chart("chart: web, sourceRef: {kind: HelmRepository, name: team}");
        return condition(CHART, "web", "FetchFailed");
    }

    @Nested
    class A_verified_chart {

        @Test
        void of_an_index_cannot_be_verified() {
            serve(folder("1.0.0"));
            repository("url: \"" + URL + "\"");
            chart("chart: web, verify: {provider: cosign}, sourceRef: {kind: HelmRepository, name: team}");

            String message = "chart verification error: not implemented";
            assertThat(condition(CHART, "web", "BuildFailed")).isEqualTo("True ChartVerificationError: " + message);
            assertThat(condition(CHART, "web", "SourceVerified")).isEqualTo("False VerificationError: " + message);
            assertThat(condition(CHART, "web", "Ready")).startsWith("False ").endsWith(message);
        }
    }

    @Nested
    class A_repository_of_type_oci {

        @Test
        void with_the_url_of_an_index_stalls_its_charts() {
            repository("type: oci, url: \"https://charts.example.com\"");

            String problem = "failed to construct Helm client: invalid OCI registry URL: https://charts.example.com/";
            assertThat(chartOfRepository()).isEqualTo("True Unknown: unknown build error: " + problem);
            assertThat(condition(CHART, "web", "Stalled")).isEqualTo("True Failed: " + problem);
        }

        @Test
        void of_a_cloud_provider_is_not_modelled_without_a_secret() {
            repository("type: oci, provider: aws, url: \"oci://registry.example.com/charts\"");
            chart("chart: web, sourceRef: {kind: HelmRepository, name: team}");

            assertThat(Flux.of(world.cluster).orElseThrow().notModelled(world.get(CHART, "default", "web")))
                    .contains("cloud credentials for registries (spec.provider)");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                stringData: {username: u} | failed to detect authentication methods: secret 'default/login': malformed basic auth - has 'username' but missing 'password'
                stringData: {username: u, password: ''} | failed to configure OCI registry authentication: invalid 'login' secret data: required fields 'username' and 'password'
                type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '{"auths":{"other.example.com":{}}}'} | failed to configure OCI registry authentication: no auth config for 'registry.example.com' in the docker-registry Secret 'login'
                type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson: '{"auths":{"registry.example.com":{"auth":"bm9uZQ=="}}}'} | failed to configure OCI registry authentication: unable to load Docker config from Secret 'login': Invalid auth configuration file
                """, quoteCharacter = '`')
        void refuses_a_secret_that_is_no_login(String data, String problem) {
            secret("login", data);
            repository("type: oci, url: \"oci://registry.example.com/charts\", secretRef: {name: login}");

            assertThat(chartOfRepository()).isEqualTo("True Unknown: unknown build error: " + problem);
        }

        @Test
        void takes_the_login_of_a_url_on_the_host() {
            secret(
                    "login",
                    "type: kubernetes.io/dockerconfigjson, stringData: {.dockerconfigjson:"
                            + " '{\"auths\":{\"https://registry.example.com/v1/\":{\"auth\":\"dXNlcjpwYXNz\"}}}'}");
            repository("type: oci, url: \"oci://registry.example.com/charts\", secretRef: {name: login}");

            assertThat(chartOfRepository()).contains("chart pull error: failed to get chart version");
        }
    }

    @Nested
    class Credentials {

        @Test
        void of_tls_come_before_the_login_and_are_worded_by_the_server() {
            repository("url: \"" + URL + "\", certSecretRef: {name: tls}, secretRef: {name: login}");
            world.advance(20);

            assertThat(condition(REPOSITORY, "team", "FetchFailed"))
                    .isEqualTo("True AuthenticationFailed: failed to get TLS authentication secret 'default/tls':"
                            + " secrets \"tls\" not found");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                other: data | secret 'default/tls' must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'
                tls.key: data | secret 'default/tls' contains 'tls.key' but missing 'tls.crt'
                ca.crt: data | failed to parse CA certificate
                """)
        void of_tls_must_hold_certificates(String data, String problem) {
            serve(folder("1.0.0"));
            secret("tls", "stringData: {" + data + "}");
            repository("url: \"" + URL + "\", certSecretRef: {name: tls}");
            world.advance(20);

            assertThat(condition(REPOSITORY, "team", "FetchFailed"))
                    .isEqualTo("True AuthenticationFailed: failed to construct Helm client's TLS config: " + problem);
        }

        @Test
        void of_a_login_may_hold_half_a_certificate_but_no_broken_one() {
            serve(folder("1.0.0"));
            secret("login", "stringData: {tls.crt: data}");
            repository("url: \"" + URL + "\", secretRef: {name: login}");
            world.advance(20);
            assertThat(condition(REPOSITORY, "team", "Ready")).startsWith("True ");

            secret("broken", "stringData: {caFile: data}");
            repository("url: \"" + URL + "\", secretRef: {name: broken}");
            world.advance(20);
            assertThat(condition(REPOSITORY, "team", "FetchFailed"))
                    .isEqualTo("True AuthenticationFailed: failed to detect authentication methods: failed to parse CA"
                            + " certificate");
        }

        @Test
        void are_half_a_login_by_their_keys_alone() {
            serve(folder("1.0.0"));
            secret("login", "stringData: {username: '', password: p}");
            repository("url: \"" + URL + "\", secretRef: {name: login}");
            world.advance(20);

            assertThat(condition(REPOSITORY, "team", "Ready")).startsWith("True ");
        }
    }

    @Nested
    class A_chart_with_dependencies {

        private static final String GIT = "https://git.example.com/team/charts.git";

        private void umbrella(String dependency, String... more) {
            Map<String, String> files = new TreeMap<>();
            files.put(
                    "umbrella/Chart.yaml",
                    "apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies: [" + dependency + "]\n");
            for (int i = 0; i < more.length; i += 2) {
                files.put(more[i], more[i + 1]);
            }
            world.push(GIT, files)
                    .apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: charts,"
                            + " namespace: default}, spec: {interval: 1h, url: \"" + GIT + "\", ref: {branch: main}}}");
            chart("chart: umbrella, sourceRef: {kind: GitRepository, name: charts}");
        }

        private String dependency(String version) {
            return "{name: web, repository: \"" + URL + "\", version: \"" + version + "\"}";
        }

        @Test
        void has_those_of_its_lock() {
            serve(
                    folder("1.0.0", "templates/a.yaml", config("old")),
                    folder("1.2.0", "templates/a.yaml", config("new")));
            repository("url: \"" + URL + "\"");
            umbrella(dependency(">=1.0.0"), "umbrella/Chart.lock", "dependencies: [" + dependency("1.0.0") + "]");
            release();

            assertThat(world.get(new GroupVersionKind("", "v1", "ConfigMap"), "default", "old"))
                    .isNotNull();
        }

        @Test
        void has_the_newest_without_a_lock() {
            serve(
                    folder("1.0.0", "templates/a.yaml", config("old")),
                    folder("1.2.0", "templates/a.yaml", config("new")));
            repository("url: \"" + URL + "\"");
            umbrella(dependency(">=1.0.0"));
            release();

            assertThat(world.get(new GroupVersionKind("", "v1", "ConfigMap"), "default", "new"))
                    .isNotNull();
        }

        @Test
        void cannot_be_built_with_a_lock_that_is_none() {
            umbrella(dependency("1.0.0"), "umbrella/Chart.lock", "[]");

            assertThat(condition(CHART, "web", "BuildFailed"))
                    .startsWith(
                            "True ChartPackageError: chart package error: cannot load Chart.lock: error unmarshaling");
        }

        @Test
        void says_which_step_failed() {
            serve(folder("1.0.0"));
            repository("url: \"" + URL + "\"");
            world.advance(20);
            world.repositories.change(URL, r -> r.withCharts(List.of()));
            umbrella(dependency("1.0.0"));

            assertThat(condition(CHART, "web", "BuildFailed"))
                    .isEqualTo("True DependencyBuildError: dependency build error: failed to add remote dependency"
                            + " 'web': chart download of version '1.0.0' failed: failed to fetch " + URL
                            + "/web-1.0.0.tgz : 404 Not Found");
        }

        @Test
        void says_that_no_version_fits() {
            serve(folder("1.0.0"));
            repository("url: \"" + URL + "\"");
            umbrella(dependency("2.x"));

            assertThat(condition(CHART, "web", "BuildFailed"))
                    .endsWith("'web': failed to get chart 'web' version '2.x' from '" + URL
                            + "': no 'web' chart with version matching '2.x' found");
        }

        @Test
        void says_that_its_repository_has_no_login() {
            serve(folder("1.0.0"));
            repository("url: \"" + URL + "\", secretRef: {name: login}");
            umbrella(dependency("1.0.0"));

            assertThat(condition(CHART, "web", "BuildFailed"))
                    .endsWith("'web': failed to get chart repository for URL '" + URL
                            + "/': failed to get authentication secret 'default/login': secrets \"login\" not found");
        }

        private static String config(String name) {
            return "{apiVersion: v1, kind: ConfigMap, metadata: {name: " + name + "}}\n";
        }

        private void release() {
            world.apply("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: shop, namespace:"
                            + " default}, spec: {interval: 1h, chart: {spec: {chart: umbrella, sourceRef: {kind:"
                            + " GitRepository, name: charts}}}}}")
                    .advance(60);
        }
    }

    @Nested
    class What_nobody_described {

        private static final String UNKNOWN = "what https://charts.example.com/team serves, which nobody described";

        private String gap(GroupVersionKind kind, String name) {
            return Flux.of(world.cluster)
                    .orElseThrow()
                    .notModelled(world.get(kind, "default", name))
                    .orElse("modelled");
        }

        @Test
        void is_not_modelled_for_the_charts_and_releases_of_a_repository_either() {
            world = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(false));
            repository("url: \"" + URL + "\"");
            world.apply("{apiVersion: helm.toolkit.fluxcd.io/v2, kind: HelmRelease, metadata: {name: shop, namespace:"
                            + " default}, spec: {interval: 1h, chart: {spec: {chart: web, sourceRef: {kind:"
                            + " HelmRepository, name: team}}}}}")
                    .advance(120);

            assertThat(gap(REPOSITORY, "team")).isEqualTo(UNKNOWN);
            assertThat(gap(CHART, "default-shop")).isEqualTo(UNKNOWN);
            assertThat(gap(RELEASE, "shop")).isEqualTo(UNKNOWN);
        }

        @Test
        void is_the_index_of_a_server_of_files() {
            world = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(false));
            Content files = FluxWorld.files(Map.of("a.yaml", "a: b"));
            world.repositories.change(URL, r -> r.withCommit("main", Commit.of("", "content", Kernel.EPOCH, files)));
            repository("url: \"" + URL + "\"");
            world.advance(20);

            assertThat(gap(REPOSITORY, "team")).isEqualTo("what " + URL + "/index.yaml serves, which nobody described");
        }
    }

    @Test
    void a_server_of_files_has_no_index() {
        world.push(URL, Map.of("a.yaml", "a: b"));
        repository("url: \"" + URL + "\"");
        world.advance(20);

        assertThat(condition(REPOSITORY, "team", "FetchFailed")).endsWith("/index.yaml : 404 Not Found");
    }

    @Test
    void a_source_that_is_missing_is_named_by_its_kind() {
        assertThat(chartOfRepository())
                .isEqualTo("True SourceUnavailable: failed to get source: HelmRepository.source.toolkit.fluxcd.io"
                        + " \"team\" not found");
        assertThat(world.admin
                        .get(REPOSITORY, new NamespacedName("default", "team"))
                        .isSuccess())
                .isFalse();
    }
}
