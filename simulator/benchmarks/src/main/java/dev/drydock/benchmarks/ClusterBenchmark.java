package dev.drydock.benchmarks;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the API server costs: a server-side apply of a Deployment of some thirty fields that changes nothing, one that changes
 * an image, and a fork of the cluster.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ClusterBenchmark {

    private static final MapNode FIRST = deployment("nginx:1");
    private static final MapNode SECOND = deployment("nginx:2");

    private final Cluster cluster = new Cluster(Seed.DEFAULT);

    /** Applies the object and lets the controllers come to rest. */
    @Setup
    public void begin() {
        apply(cluster, FIRST);
        cluster.kernel().advance(Duration.ofMinutes(1));
    }

    private static MapNode deployment(String image) {
        return (MapNode) YamlReader.read("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: default, labels: {app: web, tier: front}, annotations: {team: a}}
                spec:
                  replicas: 2
                  minReadySeconds: 5
                  revisionHistoryLimit: 3
                  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web, tier: front}, annotations: {checksum: abc}}
                    spec:
                      serviceAccountName: default
                      terminationGracePeriodSeconds: 10
                      securityContext: {runAsNonRoot: true, runAsUser: 1000}
                      containers:
                        - name: main
                          image: %s
                          imagePullPolicy: Always
                          env: [{name: A, value: b}, {name: C, value: d}]
                          ports: [{containerPort: 80, name: http}]
                          resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}
                          readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 5}
                          volumeMounts: [{name: tmp, mountPath: /tmp}]
                      volumes: [{name: tmp, emptyDir: {}}]
                """.formatted(image), "deployment.yaml", YamlMode.KUBERNETES);
    }

    private static ApiResponse apply(Cluster cluster, MapNode object) {
        ApiResponse response = cluster.as(UserInfo.admin()).apply(object, WriteOptions.as("benchmark"));
        if (!response.isSuccess()) {
            throw new IllegalStateException(response.message());
        }
        return response;
    }

    /** The object as it is, on a fork. */
    @Benchmark
    public ApiResponse applyUnchanged() {
        return apply(cluster.fork(), FIRST);
    }

    /** Another image, on a fork. */
    @Benchmark
    public ApiResponse applyChanged() {
        return apply(cluster.fork(), SECOND);
    }

    /** A copy of the cluster, without using it. */
    @Benchmark
    public Cluster fork() {
        return cluster.fork();
    }
}
