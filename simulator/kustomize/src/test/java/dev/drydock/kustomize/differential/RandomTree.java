package dev.drydock.kustomize.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A tree of kustomizations that a seed decides: bases, objects, and every field that changes them. */
final class RandomTree {

    private static final List<String> NAMES = List.of("web", "db", "cache", "api");
    private static final List<String> SCALARS = List.of(
            "a",
            "\"1\"",
            "1",
            "true",
            "'yes'",
            "yes",
            "null",
            "1.5",
            "0644",
            "1e3",
            "2001-01-01",
            "hello world",
            "\"\"");

    private final Random random;
    private final Map<String, String> files = new TreeMap<>();
    private int serial;

    private RandomTree(long seed) {
        this.random = new Random(seed);
    }

    static Map<String, String> of(long seed) {
        RandomTree tree = new RandomTree(seed);
        tree.kustomization("", 2);
        return tree.files;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private String scalar() {
        return any(SCALARS);
    }

    private List<String[]> kustomization(String folder, int depth) {
        List<String[]> objects = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            texts.add(object(objects));
        }
        files.put(folder + "r.yaml", String.join("---\n", texts));
        StringBuilder text = new StringBuilder("resources:\n- r.yaml\n");
        if (depth > 0 && chance(0.5)) {
            objects.addAll(kustomization(folder + "base/", depth - 1));
            text.append("- base\n");
        }
        fields(text);
        patches(text, objects);
        files.put(folder + "kustomization.yaml", text.toString());
        return objects;
    }

    private void fields(StringBuilder text) {
        add(text, 0.4, "namePrefix: " + any(List.of("p-", "q-")));
        add(text, 0.2, "nameSuffix: -s");
        add(text, 0.3, "namespace: " + any(List.of("prod", "test")));
        add(text, 0.2, "commonLabels: {common: \"1\"}");
        add(text, 0.3, "labels: [{pairs: {team: x}, includeSelectors: " + chance(0.5) + "}]");
        add(text, 0.2, "commonAnnotations: {note: why}");
        add(
                text,
                0.3,
                "images: [{name: nginx, " + any(List.of("newTag: v9", "digest: 'sha256:z'", "newName: o")) + "}]");
        add(text, 0.3, "configMapGenerator: [{name: gen" + ++serial + ", literals: [a=" + serial + "]}]");
        add(text, 0.2, "secretGenerator: [{name: sec" + ++serial + ", literals: [a=" + serial + "]}]");
    }

    private void add(StringBuilder text, double probability, String line) {
        if (chance(probability)) {
            text.append(line).append('\n');
        }
    }

    private void patches(StringBuilder text, List<String[]> objects) {
        if (chance(0.5)) {
            String[] target = any(objects);
            text.append("patches:\n- target: {kind: ").append(target[0]).append("}\n  patch: |\n");
            String patch = chance(0.5)
                    ? "- op: add\n  path: /metadata/annotations/x\n  value: " + scalar() + "\n"
                    : merge(target);
            text.append(patch.indent(4));
        }
        if (chance(0.3)) {
            String[] source = any(objects);
            text.append("replacements:\n- source: {kind: ")
                    .append(source[0])
                    .append(", name: ")
                    .append(source[1]);
            text.append("}\n  targets:\n  - select: {kind: ConfigMap}\n    fieldPaths: [metadata.annotations.from]\n");
            text.append("    options: {create: true}\n");
        }
    }

    private String merge(String[] target) {
        String head = "apiVersion: " + (target[0].equals("Deployment") ? "apps/v1" : "v1") + "\nkind: " + target[0]
                + "\nmetadata:\n  name: any\n  labels: {l: " + any(List.of("a", "\"1\"")) + "}\n";
        return switch (target[0]) {
            case "Deployment" ->
                head + "spec:\n  replicas: " + any(List.of("5", "null")) + "\n  template:\n    spec:\n"
                        + "      containers:\n      - name: " + any(List.of("main", "new"))
                        + "\n        image: busybox\n"
                        + "        env: [{name: " + any(List.of("A", "B")) + ", value: " + scalar() + "}]\n";
            case "ConfigMap" -> head + "data: {" + any(List.of("a", "b")) + ": " + scalar() + "}\n";
            default -> head;
        };
    }

    private String object(List<String[]> objects) {
        String kind =
                any(List.of("ConfigMap", "ConfigMap", "Deployment", "Deployment", "ServiceAccount", "RoleBinding"));
        String name = any(NAMES) + ++serial;
        objects.add(new String[] {kind, name});
        String meta = "kind: " + kind + "\nmetadata:\n  name: " + name + "\n"
                + (chance(0.3) ? "  namespace: " + any(List.of("default", "prod")) + "\n" : "")
                + (chance(0.4) ? "  labels: {app: " + scalar() + "}\n" : "");
        String other = objects.get(random.nextInt(objects.size()))[1];
        return switch (kind) {
            case "Deployment" -> "apiVersion: apps/v1\n" + meta + deployment(other);
            case "RoleBinding" ->
                "apiVersion: rbac.authorization.k8s.io/v1\n" + meta
                        + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: r}\nsubjects:\n"
                        + "- {kind: ServiceAccount, name: " + any(List.of("default", other)) + "}\n";
            case "ConfigMap" -> "apiVersion: v1\n" + meta + "data: {a: " + scalar() + ", c: " + scalar() + "}\n";
            default -> "apiVersion: v1\n" + meta;
        };
    }

    private String deployment(String other) {
        return "spec:\n  replicas: 1\n  selector: {matchLabels: {app: x}}\n  template:\n    metadata: {labels: {app: x}}\n"
                + "    spec:\n      serviceAccountName: " + other + "\n      containers:\n      - name: main\n"
                + "        image: " + any(List.of("nginx", "nginx:1.0", "other/nginx:2")) + "\n"
                + "        env: [{name: A, value: " + any(List.of("\"1\"", "b", "'x'")) + "}]\n"
                + "        envFrom: [{configMapRef: {name: " + other + "}}]\n";
    }
}
