package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrydockTest {

    private static final String HOLDS = """
            apiVersion: drydock.dev/v1alpha1
            kind: Scenario
            metadata: {name: NAME, labels: {pack: p}}
            spec:
              steps:
                - name: One
                  do:
                    - apply: {resource: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}}
                  expect:
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object... arguments) {
        String[] texts = java.util.Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
        PrintWriter outWriter = new PrintWriter(out);
        PrintWriter errWriter = new PrintWriter(err);
        int code = Drydock.run(new Console(outWriter, errWriter, false), texts);
        outWriter.flush();
        errWriter.flush();
        return code;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

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
        assertThat(html).content().startsWith("<!DOCTYPE html>");
    }

    @Nested
    class Bad_input {

        private void isRefused(String message, Object... arguments) {
            assertThat(run(arguments)).isEqualTo(2);
            assertThat(err.toString()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
        }

        @Test
        void no_such_path() {
            isRefused("error: " + folder.resolve("nope") + ": no such file or folder", "test", folder.resolve("nope"));
        }

        @Test
        void a_folder_without_scenarios() {
            isRefused("error: no *.scenario.yaml is below " + folder, "test", folder);
        }

        @Test
        void a_broken_file_among_good_ones() throws IOException {
            write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            Path bad = write("b.scenario.yaml", "a: [\n");
            Path report = folder.resolve("report.json");
            isRefused("error: " + bad + ":", "test", folder, "--report", "json=" + report);
            assertThat(report).doesNotExist();
        }

        @Test
        void a_broken_manifest() throws IOException {
            write("m.yaml", "a: b: c\n");
            write("a.scenario.yaml", HOLDS.replace("NAME", "a").replaceFirst("\\{resource: .*}}}", "{file: m.yaml}"));
            isRefused("m.yaml:1:", "test", folder);
        }

        @Test
        void a_manifest_without_objects() throws IOException {
            Path empty = write("m.yaml", "# nothing\n---\n");
            write("a.scenario.yaml", HOLDS.replace("NAME", "a").replaceFirst("\\{resource: .*}}}", "{file: m.yaml}"));
            isRefused("error: " + empty + ":1:1: no object is here to apply", "test", folder);
        }

        @Test
        void a_name_that_nothing_has() throws IOException {
            write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused("none of the 1 scenarios has that name", "test", folder, "--name", "zzz");
        }

        @Test
        void a_shard_that_is_none() {
            isRefused("--shard 3/2: I/N with I from 1 to N is expected", "test", folder, "--shard", "3/2");
        }

        @Test
        void a_number_of_seeds_that_compares_nothing() throws IOException {
            write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused("--seeds 1: a number of orders from 2 to 1000", "test", folder, "--seeds", "1");
        }

        @Test
        void one_seed_and_several() throws IOException {
            write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused("give one of them", "test", folder, "--seeds", "3", "--seed", "1");
        }

        @Test
        void a_question_about_what_nothing_serves() throws IOException {
            Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused(
                    "error: nothing serves configmap; a plural name is expected",
                    "can-i",
                    "--as",
                    "ann",
                    "get",
                    "configmap",
                    file);
        }

        @Test
        void a_question_that_nobody_asks() throws IOException {
            Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused("Missing required option: '--as=USER'", "can-i", "get", "configmaps", file);
            isRefused("Missing required option: '--of=USER'", "blast-radius", file);
        }

        @Test
        void a_question_about_one_of_two_scenarios() throws IOException {
            Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a") + "---\n" + HOLDS.replace("NAME", "b"));
            isRefused("has 2 scenarios; name one: --name a", "blast-radius", "--of", "ann", file);
        }

        @Test
        void a_report_of_unknown_form() {
            isRefused("report", "test", folder, "--report", "pdf=x");
        }

        @Test
        void an_unknown_corpus() {
            isRefused("no corpus is named nope; known: api-custom, ", "conform", "nope", folder);
        }

        @Test
        void a_corpus_without_its_file() {
            isRefused("cases.jsonl: no such file or folder", "conform", "rbac", folder);
        }

        @Test
        void an_unknown_command() {
            isRefused("Did you mean: drydock test", "tests");
        }

        @Test
        void an_object_that_is_none() throws IOException {
            Path file = write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
            isRefused("names no object", "explain", file, "ConfigMap");
        }

        @Test
        void a_folder_without_kustomization() {
            isRefused("kustomization.yaml", "kustomize", "build", folder);
        }
    }

    @Test
    void explains_an_object() throws IOException {
        String withData = HOLDS.replaceFirst("namespace: default\\}\\}", "namespace: default}, data: {k: v}}");
        Path file = write("a.scenario.yaml", withData.replace("NAME", "a"));
        assertThat(run("explain", file, "ConfigMap/default/a")).isZero();
        assertThat(out.toString()).contains("outcome   Accepted").contains("drydock (Apply)");
    }

    /** Ann may write Kustomizations in default; there the account deployer may write ConfigMaps. */
    private Path access() throws IOException {
        write("access.yaml", """
                apiVersion: v1
                kind: ServiceAccount
                metadata: {name: deployer, namespace: default}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: team, namespace: default}
                rules: [{apiGroups: [kustomize.toolkit.fluxcd.io], resources: [kustomizations], verbs: [create]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: team, namespace: default}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: team}
                subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: team}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: Role
                metadata: {name: deployer, namespace: default}
                rules: [{apiGroups: [""], resources: [configmaps], verbs: [patch]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: deployer, namespace: default}
                roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: deployer}
                subjects: [{kind: ServiceAccount, name: deployer, namespace: default}]
                """);
        return write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: access}
                spec:
                  steps:
                    - name: The platform team onboards a team
                      do: [{apply: {file: access.yaml}}]
                """);
    }

    @Test
    void says_who_may_do_what_and_why() throws IOException {
        String account = "system:serviceaccount:default:deployer";
        assertThat(run("can-i", "--as", account, "patch", "configmaps", "--namespace", "default", access()))
                .isZero();
        assertThat(out.toString())
                .startsWith("yes\n")
                .contains("because   RoleBinding default/deployer of Role deployer grants [patch] on configmaps");
    }

    @Test
    void says_who_may_not_and_what_would_allow_it() throws IOException {
        assertThat(run("can-i", "--as", "ann", "patch", "configmaps", "--namespace", "default", access()))
                .isEqualTo(1);
        assertThat(out.toString())
                .startsWith("no\n")
                .contains("to allow  a Role in namespace default with verbs [patch] on configmaps");
    }

    @Test
    void tells_what_a_user_can_change_and_through_what() throws IOException {
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", access()))
                .isZero();
        assertThat(out.toString())
                .contains("ann can create kustomizations.kustomize.toolkit.fluxcd.io in default (directly)")
                .contains("system:serviceaccount:default:deployer can patch configmaps in default "
                        + "(through a Kustomization in default as deployer)");
    }

    @Test
    void exits_1_when_a_user_can_change_more_than_some_namespaces() throws IOException {
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", "--within", "default", access()))
                .isZero();
        assertThat(out.toString()).isEqualTo("ann can change nothing outside default\n");
        assertThat(run("blast-radius", "--of", "ann", "--group", "team", "--within", "other", access()))
                .isEqualTo(1);
    }

    private Path fleet() throws IOException {
        Path fleet = Files.createDirectories(folder.resolve("fleet/clusters/one/flux-system"));
        Files.writeString(fleet.resolve("gotk-sync.yaml"), """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: flux-system, namespace: flux-system}
                spec: {interval: 1m, ref: {branch: main}, url: "https://git.example.com/fleet"}
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: flux-system, namespace: flux-system}
                spec: {interval: 10m, path: ./clusters/one, prune: true, sourceRef: {kind: GitRepository, name: flux-system}}
                """);
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

    @Test
    void lints_without_running() throws IOException {
        write("a.scenario.yaml", HOLDS.replace("NAME", "a"));
        assertThat(run("lint", folder)).isZero();
        assertThat(out.toString()).contains("1 file, 1 scenario: no problems");
    }

    @Test
    void observes_below_the_folder_of_the_recording() throws IOException {
        Files.createDirectories(folder.resolve("in/pack/a"));
        Files.writeString(folder.resolve("in/pack/a/scenario.yaml"), HOLDS.replace("NAME", "a"));
        assertThat(run("observe", folder.resolve("in"), "--out", folder.resolve("out")))
                .isZero();
        assertThat(folder.resolve("out/pack/a/predicted.yaml"))
                .content()
                .startsWith("scenario: a\nsteps:\n- name: One\n");
    }

    @Test
    void prints_its_version_and_completion() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).startsWith("drydock ");
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete");
    }
}
