package dev.drydock.benchmarks;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One build of a base and an overlay with a prefix, a namespace, labels, annotations, an image, three patches and a
 * replacement; half of the documents are Deployments that refer to the ConfigMap before them.
 *
 * <p>{@link Peer} builds the same tree of 1,000 documents with {@code kubectl kustomize}, to compare on one machine; the
 * program needs minutes for 5,000.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class KustomizeBenchmark {

    private static final int DOCUMENTS_A_FILE = 100;

    private static final String OVERLAY = """
            resources: [base]
            namePrefix: p-
            namespace: prod
            labels:
            - pairs: {team: x}
              includeSelectors: true
            commonAnnotations: {note: why}
            images:
            - name: nginx
              newTag: "2"
            patches:
            - patch: |
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d-1}
                spec: {replicas: 5}
            - target: {kind: Deployment}
              patch: |
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: x}
                spec:
                  template:
                    spec:
                      containers:
                      - name: main
                        resources: {limits: {cpu: 1}}
            - target: {kind: ConfigMap}
              patch: |
                - {op: add, path: /data/new, value: q}
            replacements:
            - source: {kind: ConfigMap, name: cm-0, fieldPath: data.key}
              targets:
              - select: {kind: Deployment}
                fieldPaths: [spec.template.spec.containers.*.env.0.value]
            """;

    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: cm-%d
              labels: {app: a%d}
            data: {key: value, other: "1"}
            """;

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: d-%d
              labels: {app: a%d}
            spec:
              replicas: 1
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers:
                  - name: main
                    image: nginx:1.0
                    env: [{name: A, value: b}]
                    envFrom: [{configMapRef: {name: cm-%d}}]
                    ports: [{containerPort: 80, protocol: TCP}]
            """;

    private static Map<String, String> tree(int documents) {
        Map<String, String> files = new TreeMap<>();
        StringBuilder entries = new StringBuilder("resources:\n");
        for (int start = 0; start < documents; start += DOCUMENTS_A_FILE) {
            StringBuilder text = new StringBuilder();
            for (int i = start; i < Math.min(documents, start + DOCUMENTS_A_FILE); i++) {
                text.append(i > start ? "---\n" : "");
                text.append(i % 2 == 0 ? CONFIG_MAP.formatted(i, i) : DEPLOYMENT.formatted(i, i, i - 1));
            }
            files.put("/base/r" + start + ".yaml", text.toString());
            entries.append("- r").append(start).append(".yaml\n");
        }
        files.put("/base/kustomization.yaml", entries.toString());
        files.put("/kustomization.yaml", OVERLAY);
        return files;
    }

    /** Trees in memory. */
    @State(Scope.Benchmark)
    public static class Trees {

        /** Number of documents. */
        @Param({"1000", "5000", "20000"})
        public int documents;

        private FileTree files = FileTree.ofTexts(Map.of());

        /** Makes the tree. */
        @Setup
        public void make() {
            files = FileTree.ofTexts(tree(documents));
        }
    }

    /** The same tree of 1,000 documents on disk. */
    @State(Scope.Benchmark)
    public static class Peer {
        private Path folder = Path.of("");

        /** Writes the tree. */
        @Setup
        public void write() throws IOException {
            folder = Files.createTempDirectory("kustomize-benchmark");
            tree(1_000).forEach((name, text) -> {
                try {
                    Path file = folder.resolve(name.substring(1));
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** A build in this process. */
    @Benchmark
    public String build(Trees trees) {
        return KustomizeBuild.of(trees.files).build("/").text();
    }

    /** A build by {@code kubectl kustomize}, which must be on the path. */
    @Benchmark
    public int kubectl(Peer peer) throws IOException, InterruptedException {
        return new ProcessBuilder("kubectl", "kustomize", peer.folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
