package dev.drydock.scenario.run;

import dev.drydock.kernel.Seed;
import dev.drydock.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;

/** A folder for a scenario of a tenant {@code team}, whose account {@code flux} may do what the tests grant. */
abstract class RunFixture {

    /** Namespace, account, source and Kustomization; the repository stands in the folder {@code apps}. */
    static final String TENANT = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: team}
            ---
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: flux, namespace: team}
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: flux, namespace: team}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}
            subjects: [{kind: ServiceAccount, name: flux, namespace: team}]
            ---
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: apps, namespace: team}
            spec: {interval: 1m, ref: {branch: main}, url: "https://git.example.com/apps"}
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: apps, namespace: team}
            spec: {interval: 1m, prune: true, serviceAccountName: flux, path: ./, sourceRef: {kind: GitRepository, name: apps}}
            """;

    static final String ONBOARDED = """
              repositories:
                - {url: "https://git.example.com/apps", directory: apps}
              steps:
                - name: The tenant is onboarded
                  do:
                    - apply: {file: tenant.yaml}
                    - settle: {}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }

    /** Runs a scenario of which this is the spec. */
    ScenarioResult run(String spec) throws IOException {
        return run(spec, RunListener.NONE);
    }

    ScenarioResult run(String spec, RunListener listener) throws IOException {
        Path file = write("x.scenario.yaml", """
                apiVersion: drydock.dev/v1alpha1
                kind: Scenario
                metadata: {name: small}
                spec:
                """ + spec.stripIndent().indent(2));
        return Runner.of(Seed.DEFAULT)
                .with(listener)
                .run(ScenarioReader.read(file).get(0));
    }

    /** Everything that the findings say, those that held too. */
    static String text(ScenarioResult result) {
        return result.steps().stream()
                .flatMap(step -> java.util.stream.Stream.concat(
                        step.operations().stream().flatMap(operation -> operation.findings().stream()),
                        step.checks().stream()))
                .map(finding -> finding.verdict() + " " + finding.title() + "\n" + finding.details())
                .collect(Collectors.joining("\n"));
    }

    static List<Finding> checks(ScenarioResult result) {
        return result.steps().stream().flatMap(step -> step.checks().stream()).toList();
    }
}
