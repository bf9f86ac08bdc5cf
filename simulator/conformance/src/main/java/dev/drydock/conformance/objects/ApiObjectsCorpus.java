package dev.drydock.conformance.objects;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/** The corpus {@code api-objects}: each case is asked of a fork of one cluster with the namespace {@code team-a}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ApiObjectsCorpus {

    private ApiObjectsCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("api-objects", "topic", folder -> {
            Cluster ground = ground();
            return question -> Answer.of(new ObjectCase(ground.fork(), question).answer());
        });
    }

    private static Cluster ground() {
        Cluster cluster = new Cluster(Seed.DEFAULT);
        cluster.server().installFlux();
        Given.namespace(cluster, MapNode.of("name", "team-a"));
        return cluster;
    }
}
