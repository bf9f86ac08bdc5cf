package dev.drydock.benchmarks;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.store.Store;
import dev.drydock.yaml.MapNode;
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

/** What the store costs as it grows: a fork, and a fork with a write on it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
public class StoreBenchmark {

    private static final int NAMESPACES = 1_000;
    private static final MapNode OBJECT =
            MapNode.of("kind", "ConfigMap", "metadata", MapNode.of("name", "a"), "data", MapNode.of("k", "v"));

    /** How many objects there are. */
    @Param({"1000", "1000000"})
    public int objects;

    private final Store store = new Store();

    /** Fills the store. */
    @Setup
    public void fill() {
        for (int i = 0; i < objects; i++) {
            store.put("configmaps", new NamespacedName("team-" + i % NAMESPACES, "object-" + i), OBJECT);
        }
    }

    /** A copy of the store, without using it. */
    @Benchmark
    public Store fork() {
        return store.fork();
    }

    /** A copy of the store in which one object is written. */
    @Benchmark
    public MapNode forkAndPut() {
        return store.fork().put("configmaps", new NamespacedName("team-1", "object-1"), OBJECT);
    }
}
