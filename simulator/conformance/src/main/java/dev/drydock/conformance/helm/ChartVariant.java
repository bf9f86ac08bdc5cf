package dev.drydock.conformance.helm;

import dev.drydock.conformance.Answer;
import dev.drydock.helm.Capabilities;
import dev.drydock.helm.Chart;
import dev.drydock.helm.CrdFile;
import dev.drydock.helm.HelmException;
import dev.drydock.helm.HelmTemplate;
import dev.drydock.helm.Hook;
import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.Release;
import dev.drydock.helm.ReleaseValues;
import dev.drydock.helm.RenderOptions;
import dev.drydock.helm.Rendered;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One variant of a chart of the corpus. */
record ChartVariant(
        String name,
        Map<String, byte[]> files,
        Map<String, byte[]> valueFiles,
        Node variant,
        Capabilities capabilities) {

    Answer answer() {
        Map<String, String> answers = new TreeMap<>();
        try {
            fill(answers);
        } catch (NotModelledException e) {
            return Answer.notModelled(e.feature());
        }
        Map<String, String> paths = new TreeMap<>();
        answers.forEach((file, text) -> paths.put(name + "/" + file, text));
        return Answer.files(paths);
    }

    private void fill(Map<String, String> answers) {
        Chart chart;
        ReleaseValues values;
        try {
            chart = Chart.pack(files);
        } catch (HelmException e) {
            answers.put("error.txt", "load: " + e.getMessage() + "\n");
            return;
        }
        try {
            values = ReleaseValues.ofFiles(texts());
        } catch (HelmException e) {
            answers.put("error.txt", "values: " + e.getMessage() + "\n");
            return;
        }
        String missing = chart.missingDependencies();
        if (!missing.isEmpty()) {
            answers.put("missing-dependencies.txt", missing + "\n");
        }
        RenderOptions options = RenderOptions.TEMPLATE.withSchemaValidation(!variant.isTrue("disableSchemaValidation"));
        String problem = "";
        try {
            put(
                    answers,
                    HelmTemplate.render(chart, values, release(), world(), options),
                    "expected.yaml",
                    "hooks.yaml");
        } catch (HelmException e) {
            problem = e.getMessage();
            answers.put("error.txt", sorted(problem) + "\n");
        }
        try {
            Rendered flux = HelmTemplate.render(chart, values, release(), world(), options.withOriginLabels(true));
            put(answers, flux, "flux.yaml", "flux-hooks.yaml");
        } catch (HelmException e) {
            if (!e.getMessage().equals(problem)) {
                answers.put("flux-error.txt", e.getMessage() + "\n");
            }
        }
    }

    /** Schema errors come in no fixed order: those below a chart's name are sorted. */
    private static String sorted(String message) {
        if (!message.startsWith("values don't meet the specifications")) {
            return message;
        }
        List<String> out = new ArrayList<>();
        List<String> group = new ArrayList<>();
        for (String line : message.split("\n", -1)) {
            if (line.startsWith("- ")) {
                group.add(line);
            } else if (line.startsWith("  ") && !group.isEmpty()) {
                group.set(group.size() - 1, group.get(group.size() - 1) + "\n" + line);
            } else {
                group.sort(null);
                out.addAll(group);
                group.clear();
                out.add(line);
            }
        }
        group.sort(null);
        out.addAll(group);
        return String.join("\n", out);
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (String file : variant.findList("values").strings()) {
            texts.add(new String(valueFiles.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private Release release() {
        String release = variant.findText("release");
        String namespace = variant.findText("namespace");
        return variant.isTrue("upgrade") ? Release.upgrade(release, namespace, 2) : Release.install(release, namespace);
    }

    private Capabilities world() {
        String version = variant.findText("kubeVersion");
        return new Capabilities(version.isEmpty() ? capabilities.kubeVersion() : version, capabilities.apiVersions())
                .with(variant.findList("apiVersions").strings());
    }

    private void put(Map<String, String> answers, Rendered rendered, String manifest, String hooks) {
        String crds = variant.isTrue("includeCRDs")
                ? rendered.crds().stream()
                        .map(crd -> "---\n# Source: " + crd.name() + "\n" + crd.text() + "\n")
                        .collect(Collectors.joining())
                : "";
        answers.put(manifest, crds + rendered.manifest());
        if (!rendered.hooks().isEmpty()) {
            answers.put(
                    hooks,
                    YamlWriter.write(ListNode.of(
                            rendered.hooks().stream().map(ChartVariant::hook).toList())));
        }
        if (!rendered.notes().isEmpty()) {
            answers.put("notes.txt", rendered.notes());
        }
        if (!rendered.crds().isEmpty()) {
            answers.put(
                    "crds.txt",
                    rendered.crds().stream().map(CrdFile::name).sorted().collect(Collectors.joining("\n", "", "\n")));
        }
    }

    private static MapNode hook(Hook hook) {
        return MapNode.builder()
                .put("deletePolicies", ListNode.ofStrings(hook.deletePolicies()))
                .put("events", ListNode.ofStrings(hook.events()))
                .put("kind", ScalarNode.of(hook.kind()))
                .put("manifest", ScalarNode.of(hook.manifest()))
                .put("name", ScalarNode.of(hook.name()))
                .put("outputLogPolicies", ListNode.ofStrings(hook.outputLogPolicies()))
                .put("path", ScalarNode.of(hook.path()))
                .put("weight", ScalarNode.of((long) hook.weight()))
                .build();
    }
}
