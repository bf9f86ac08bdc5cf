package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestCommandTest extends CommandLineFixture {

    @Test
    void exits_0_when_all_held() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        assertThat(run("test", folder)).isZero();
        assertThat(out.toString())
                .contains("✔ a")
                .contains("1 scenario: 1 held")
                .doesNotContain("\u001B");
    }

    @Test
    void exits_1_when_a_check_failed() throws IOException {
        write(
                "a.scenario.yaml",
                HOLDS.replace("NAME", "a").replace("- object:", "- absent:").replace("default}}\n  ", ""));
        assertThat(run("test", folder)).isEqualTo(1);
        assertThat(out.toString()).contains("✘ a").contains("found     ConfigMap/default/a");
    }

    @Test
    void runs_what_name_label_and_shard_select() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "apple"));
        write("b.scenario.yaml", HOLDS.replace("NAME", "banana"));
        assertThat(run("test", folder, "--name", "nan", "--label", "pack=p")).isZero();
        assertThat(out.toString()).contains("banana").doesNotContain("apple");
        assertThat(run("test", folder, "--shard", "1/2")).isZero();
        assertThat(out.toString()).contains("apple");
    }

    @Test
    void exits_0_when_no_order_changes_anything() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        assertThat(run("test", folder, "--seeds", "3")).isZero();
        assertThat(out.toString())
                .contains("1 scenario: 1 held", "3 orders: the verdict of 0 scenarios depends on the order");
    }

    @Test
    void exits_1_when_a_verdict_depends_on_the_order() throws IOException {
        for (String owner : List.of("one", "two")) {
            Files.createDirectories(folder.resolve("both/" + owner));
            write("both/" + owner + "/a.yaml", """
                    {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}, data: {by: BY}}
                    """.replace("BY", owner));
            write(owner + ".yaml", """
                    apiVersion: kustomize.toolkit.fluxcd.io/v1
                    kind: Kustomization
                    metadata: {name: BY, namespace: default}
                    spec: {interval: 10h, prune: true, path: BY, sourceRef: {kind: GitRepository, name: both}}
                    """.replace("BY", owner));
        }
        write("z.yaml", """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: both, namespace: default}
                spec: {interval: 10h, url: https://git.example.com/both, ref: {branch: main}}
                """);
        write("a.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: a}
                spec:
                  profile: {tenancy: open}
                  repositories: [{url: https://git.example.com/both, directory: both}]
                  steps:
                    - name: Both begin at once
                      do:
                        - {apply: {file: one.yaml}}
                        - {apply: {file: two.yaml}}
                        - {apply: {file: z.yaml}}
                        - {advance: 2m}
                      expect:
                        - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}, data: {by: two}}
                """);
        assertThat(run("test", folder)).isZero();
        assertThat(run("test", folder, "--seeds", "6")).isEqualTo(1);
        assertThat(out.toString())
                .contains("depends on the order: step 1, check 1, object ConfigMap/default/a")
                .contains("data.by: \"one\", expected \"two\"")
                .contains("kustomize-controller  Kustomization/default/two: Progressing: ConfigMap/default/a created")
                .contains("6 orders: the verdict of 1 scenario depends on the order");
    }

    @Test
    void writes_the_reports_that_were_asked_for() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        Path json = folder.resolve("r/report.json");
        Path junit = folder.resolve("report.xml");
        Path html = folder.resolve("report.html");
        assertThat(run("test", folder, "--report", "json=" + json + ",junit=" + junit, "--report", "html=" + html))
                .isZero();
        assertThat(json).content().contains("\"verdict\": \"held\"");
        assertThat(junit).content().contains("<testcase classname=\"a\" name=\"One\"");
        assertThat(html).content().startsWith("<!DOCTYPE html>").contains(".known-difference { color");
    }
}
