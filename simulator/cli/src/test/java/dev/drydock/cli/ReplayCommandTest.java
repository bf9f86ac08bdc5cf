package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayCommandTest extends CommandLineFixture {

    /** A source and a Kustomization of it, both of one name. */
    private static String sync(String name, String namespace, String url, String path) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: NAME, namespace: NAMESPACE}
                spec: {interval: 1m, ref: {branch: main}, url: "URL"}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: NAME, namespace: NAMESPACE}
                spec: {interval: 10m, path: PATH, prune: true, sourceRef: {kind: GitRepository, name: NAME}}
                """.replace("NAMESPACE", namespace)
                .replace("NAME", name)
                .replace("URL", url)
                .replace("PATH", path);
    }

    private Path fleet() throws IOException {
        Path fleet = Files.createDirectories(folder.resolve("fleet/clusters/one/flux-system"));
        Files.writeString(
                fleet.resolve("gotk-sync.yaml"),
                sync("flux-system", "flux-system", "https://git.example.com/fleet", "./clusters/one"));
        Files.writeString(fleet.resolveSibling("team.yaml"), """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: team, namespace: flux-system}
                spec: {interval: 1m, ref: {branch: main}, url: "https://git.example.com/team"}
                """);
        return folder.resolve("fleet");
    }

    @Test
    void replays_a_repository_as_far_as_it_is_described() throws IOException {
        Path team = Files.createDirectories(folder.resolve("team"));
        Files.writeString(team.resolve("a.yaml"), "a: b");
        assertThat(run("replay", fleet(), "--tenancy", "open")).isEqualTo(2);
        assertThat(out.toString())
                .contains("clusters/one/flux-system/gotk-sync.yaml  --no-cross-namespace-refs=false")
                .contains("✔ Kustomization.kustomize.toolkit.fluxcd.io/flux-system/flux-system  Accepted")
                .contains("GitRepository.source.toolkit.fluxcd.io/flux-system/team  NotModelled")
                .contains("what https://git.example.com/team serves, which nobody described");
        assertThat(run(
                        "replay",
                        folder.resolve("fleet"),
                        "--tenancy",
                        "open",
                        "--repository",
                        "https://git.example.com/team=" + team))
                .isZero();
    }

    @Test
    void does_not_guess_the_flags_of_controllers_that_it_does_not_see() throws IOException {
        assertThat(run("replay", fleet())).isEqualTo(2);
        assertThat(err.toString()).contains("give --tenancy lockdown or --tenancy open");
        assertThat(run("replay", folder.resolve("fleet"), "--cluster", "clusters/two"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("clusters begin in clusters/one/flux-system/gotk-sync.yaml");
        assertThat(run("replay", folder.resolve("team"))).isEqualTo(2);
        assertThat(err.toString()).contains("team: no such folder");
    }

    /** A tenant's source and Kustomization with the name of their namespace are not the beginning of a cluster. */
    @Test
    void begins_at_no_file_that_another_cluster_reaches() throws IOException {
        Path base = Files.createDirectories(folder.resolve("fleet/tenants/base/team-a"));
        Files.writeString(fleet().resolve("clusters/one/team.yaml"), """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: tenants, namespace: flux-system}
                spec: {interval: 10m, path: ./tenants/one, prune: true, sourceRef: {kind: GitRepository, name: flux-system}}
                """);
        Files.writeString(
                base.resolve("sync.yaml"),
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: team-a}\n---\n"
                        + sync("team-a", "team-a", "https://git.example.com/team-a", "./"));
        Path overlay = Files.createDirectories(folder.resolve("fleet/tenants/one"));
        Files.writeString(overlay.resolve("kustomization.yaml"), "resources: [../base/team-a]\n");
        Files.writeString(base.resolve("kustomization.yaml"), "resources: [sync.yaml]\n");
        Path apps = Files.createDirectories(folder.resolve("team-a"));
        Files.writeString(
                apps.resolve("a.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: team-a}}");
        assertThat(run("replay", folder.resolve("fleet"), "--tenancy", "open"))
                .as("what the tenant's repository serves is not known")
                .isEqualTo(2);
        assertThat(out.toString())
                .contains("clusters/one/flux-system/gotk-sync.yaml  --")
                .doesNotContain("base/");
        assertThat(run(
                        "replay",
                        folder.resolve("fleet"),
                        "--tenancy",
                        "open",
                        "--repository",
                        "https://git.example.com/team-a.git=" + apps))
                .as(out.toString())
                .isZero();
    }

    @Test
    void notes_content_that_no_source_asks_for() throws IOException {
        Path team = Files.createDirectories(folder.resolve("team"));
        Files.writeString(team.resolve("a.yaml"), "a: b");
        run("replay", fleet(), "--tenancy", "open", "--repository", "https://git.example.com/tem=" + team);
        assertThat(out.toString())
                .contains("note  --repository: no source asked for https://git.example.com/tem; did you mean "
                        + "\"https://git.example.com/team\"?");
    }

    @Test
    void serves_the_charts_of_a_folder() throws IOException {
        Files.writeString(fleet().resolve("clusters/one/podinfo.yaml"), """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmRepository
                metadata: {name: charts, namespace: flux-system}
                spec: {interval: 1m, url: "https://charts.example.com"}
                ---
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: HelmRepository
                metadata: {name: registry, namespace: flux-system}
                spec: {interval: 1m, type: oci, url: "oci://registry.example.com/charts"}
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: web, namespace: flux-system}
                spec: {interval: 1m, chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: charts}}}}
                ---
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: api, namespace: flux-system}
                spec: {interval: 1m, chart: {spec: {chart: web, sourceRef: {kind: HelmRepository, name: registry}}}}
                """);
        Files.delete(folder.resolve("fleet/clusters/one/team.yaml"));
        Path charts = Files.createDirectories(folder.resolve("charts/web"));
        Files.writeString(charts.resolve("Chart.yaml"), "{apiVersion: v2, name: web, version: 1.0.0}");

        assertThat(run("replay", folder.resolve("fleet"), "--tenancy", "open")).isEqualTo(2);
        assertThat(out.toString())
                .contains("HelmChart.source.toolkit.fluxcd.io/flux-system/flux-system-web  NotModelled")
                .contains("HelmRelease.helm.toolkit.fluxcd.io/flux-system/web  NotModelled")
                .contains("HelmRelease.helm.toolkit.fluxcd.io/flux-system/api  NotModelled")
                .contains("✔ HelmRepository.source.toolkit.fluxcd.io/flux-system/registry  Accepted")
                .doesNotContain("✘");
        assertThat(run(
                        "replay",
                        folder.resolve("fleet"),
                        "--tenancy",
                        "open",
                        "--repository",
                        "https://charts.example.com=" + folder.resolve("charts"),
                        "--repository",
                        "oci://registry.example.com/charts=" + charts))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("no source asked");
    }

    @Test
    void names_a_file_that_should_begin_a_cluster_and_is_no_yaml() throws IOException {
        Path sync = fleet().resolve("clusters/one/flux-system/gotk-sync.yaml");
        String good = Files.readString(sync);
        Files.writeString(sync, "kind: GitRepository\nspec: {url: [\n");
        assertThat(run("replay", folder.resolve("fleet"), "--tenancy", "open")).isEqualTo(2);
        assertThat(err.toString()).contains("error: " + sync + ":").doesNotContain("holds no cluster");
        assertThat(out.toString()).isEmpty();

        Path other =
                Files.createDirectories(folder.resolve("fleet/clusters/two")).resolve("gotk-sync.yaml");
        Files.writeString(sync, good);
        Files.writeString(other, "a: b: c\n");
        assertThat(run("replay", folder.resolve("fleet"), "--tenancy", "open")).isEqualTo(2);
        assertThat(err.toString()).contains("error: " + other + ":1:");
        run("replay", folder.resolve("fleet"), "--tenancy", "open", "--cluster", "clusters/one");
        assertThat(out.toString()).contains("clusters/one/flux-system/gotk-sync.yaml  --");
    }

    @Test
    void names_a_file_that_mentions_what_begins_a_cluster_where_none_begins() throws IOException {
        Path fleet = Files.createDirectories(folder.resolve("fleet"));
        Path file = fleet.resolve("flux.yaml");
        Files.writeString(file, "apiVersion: fluxcd.controlplane.io/v1\nkind: [\n");
        assertThat(run("replay", fleet)).isEqualTo(2);
        assertThat(err.toString()).contains("error: " + file + ":").doesNotContain("holds no cluster");
    }

    @Test
    void refuses_a_link_out_of_the_repository() throws IOException {
        Files.createSymbolicLink(fleet().resolve("out"), Path.of("../elsewhere"));
        assertThat(run("replay", folder.resolve("fleet"))).isEqualTo(2);
        assertThat(err.toString())
                .contains("out:1:1: is a symbolic link out of the repository, to ../elsewhere")
                .doesNotContain("scenario");
    }
}
