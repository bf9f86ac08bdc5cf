package dev.drydock.benchmarks;

import dev.drydock.flux.Flux;
import dev.drydock.flux.FluxProfile;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a simulation costs: ten Kustomizations of a hundred objects each, from the commit until all are ready. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FluxBenchmark {

    private static final String URL = "https://git.example.com/apps.git";
    private static final int KUSTOMIZATIONS = 10;
    private static final int OBJECTS = 100;
    private static final GroupVersionKind KUSTOMIZATION =
            new GroupVersionKind("kustomize.toolkit.fluxcd.io", "v1", "Kustomization");

    private int runs;

    /** A new cluster, a commit that no run had before, and time until everything is ready. */
    @Benchmark
    public Cluster reconcile() {
        Repositories repositories = new Repositories();
        Cluster cluster = new Cluster(Seed.DEFAULT).install(new Flux(FluxProfile.open(), repositories));
        Commit commit = Commit.of("", "content", cluster.kernel().now(), content(runs++));
        repositories.put(Repository.empty(URL).withCommit("main", commit));
        Client admin = cluster.as(UserInfo.admin());
        YamlReader.readAll(manifests(), "manifests.yaml", YamlMode.KUBERNETES)
                .forEach(object -> check(admin.apply((MapNode) object, WriteOptions.as("benchmark"))));
        cluster.kernel().advance(Duration.ofMinutes(1));
        for (Node item : admin.list(KUSTOMIZATION, "", "").object().findList("items")) {
            boolean ready = item.findList("status", "conditions").stream()
                    .anyMatch(condition -> condition.findText("type").equals("Ready")
                            && condition.findText("status").equals("True"));
            if (!ready) {
                throw new IllegalStateException(item.toString());
            }
        }
        return cluster;
    }

    private static Content content(int run) {
        Map<String, Content.Entry> files = new TreeMap<>();
        for (int i = 0; i < KUSTOMIZATIONS; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < OBJECTS; j++) {
                text.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: object-")
                        .append(j)
                        .append(", namespace: team-")
                        .append(i)
                        .append("}\ndata: {run: \"")
                        .append(run)
                        .append("\"}\n");
            }
            files.put("team-" + i + "/objects.yaml", Content.File.of(text.toString()));
        }
        return new Content(files);
    }

    private static String manifests() {
        StringBuilder text = new StringBuilder("""
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata: {name: apps, namespace: default}
                spec: {interval: 1h, url: "%s", ref: {branch: main}}
                """.formatted(URL));
        for (int i = 0; i < KUSTOMIZATIONS; i++) {
            text.append("""
                    ---
                    {apiVersion: v1, kind: Namespace, metadata: {name: team-%1$d}}
                    ---
                    apiVersion: kustomize.toolkit.fluxcd.io/v1
                    kind: Kustomization
                    metadata: {name: team-%1$d, namespace: default}
                    spec: {interval: 1h, prune: true, path: team-%1$d, sourceRef: {kind: GitRepository, name: apps}}
                    """.formatted(i));
        }
        return text.toString();
    }

    private static void check(ApiResponse response) {
        if (!response.isSuccess()) {
            throw new IllegalStateException(response.message());
        }
    }
}
