package dev.drydock.flux;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.GroupVersionKind;
import java.util.Map;

/** A cluster with one source of any kind, for tests. */
abstract class SourceFixture {

    static final String GROUP = "source.toolkit.fluxcd.io";

    static final GroupVersionKind GIT = new GroupVersionKind(GROUP, "v1", "GitRepository");

    final FluxWorld world = new FluxWorld(FluxProfile.open());

    /** Applies the source and gives its Ready condition. */
    Condition ready(String kind, String spec) {
        world.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: " + kind
                        + ", metadata: {name: source, namespace: default}, spec: {interval: 1h, " + spec + "}}")
                .advance(20);
        return world.ready(new GroupVersionKind(GROUP, "v1", kind), "default", "source");
    }

    void serve(String url, String tag) {
        Content content = FluxWorld.files(Map.of("a.yaml", "a: b"));
        world.repositories.change(url, r -> r.withTag(tag, Commit.of("", "content", Kernel.EPOCH, content)));
    }

    void secret(String name, String data) {
        world.apply("{apiVersion: v1, kind: Secret, metadata: {name: " + name + ", namespace: default}, stringData: "
                + data + "}");
    }
}
