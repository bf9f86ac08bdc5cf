package dev.drydock.scenario.run;

import dev.drydock.flux.repository.ChartFolder;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Actor;
import dev.drydock.scenario.Profile;
import dev.drydock.yaml.MapNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * A cluster that reconciles a repository: the platform team applies the first source and Kustomization, and Flux does the
 * rest. What other repositories serve is known only as far as somebody says it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Replay {

    /** Has the form of a private key, which is all that is looked at. */
    private static final String IDENTITY =
            "-----BEGIN PRIVATE KEY-----\ndGFrZW4tYXMtZ2l2ZW4=\n-----END PRIVATE KEY-----\n";

    private Replay() {}

    /**
     * The cluster after a while.
     *
     * @param first the first source and Kustomization
     * @param repository the content that the first source serves
     * @param others URL to content of further repositories, which also serve the charts in it
     * @param given objects that the platform team applied before, as Secrets with credentials
     * @param signaturesHold whether every signature that a source asks for is taken as good
     * @param within how long the cluster is watched at most
     * @throws NotModelledException when the first source asks for a version that cannot be told from a working copy
     */
    public static World of(
            List<MapNode> first,
            Content repository,
            Map<String, Content> others,
            List<MapNode> given,
            Profile profile,
            Seed seed,
            boolean signaturesHold,
            Duration within) {
        World world = World.start(profile, List.of(), Repositories.ofWhatIsKnown(signaturesHold), seed);
        Repositories repositories = world.flux().repositories();
        Kernel kernel = world.cluster().kernel();
        MapNode source = first.get(0);
        String url = source.findText("spec", source.findText("kind").equals("Bucket") ? "endpoint" : "url");
        repositories.change(url, known -> serve(known, source.findMap("spec", "ref"), repository, kernel));
        others.forEach((other, content) -> {
            repositories.change(other, known -> Sources.serve(known, null, null, null, content, kernel));
            List<Content> charts = ChartFolder.within(content);
            Sources.serveCharts(repositories, other, null, charts, UnaryOperator.identity(), kernel);
        });
        for (MapNode object : objects(first, given)) {
            world.perform(new Action.Write(false, null, object, false, false, "kubectl"), Actor.ADMIN);
        }
        world.settle(within);
        return world;
    }

    private static List<MapNode> objects(List<MapNode> first, List<MapNode> given) {
        MapNode source = first.get(0);
        String namespace = source.findText("metadata", "namespace");
        List<MapNode> objects = new ArrayList<>();
        objects.add(MapNode.of("apiVersion", "v1", "kind", "Namespace", "metadata", MapNode.of("name", namespace)));
        String secret = source.findText("spec", "secretRef", "name");
        boolean isGiven = given.stream()
                .anyMatch(object -> object.findText("kind").equals("Secret")
                        && object.findText("metadata", "namespace").equals(namespace)
                        && object.findText("metadata", "name").equals(secret));
        if (!secret.isEmpty() && !isGiven) {
            objects.add(credentials(namespace, secret));
        }
        objects.addAll(given);
        objects.addAll(first);
        return objects;
    }

    /** What bootstrap stores, with every key that one of its ways to log in needs. */
    private static MapNode credentials(String namespace, String name) {
        return MapNode.of(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Secret",
                        "metadata",
                        MapNode.of("name", name, "namespace", namespace))
                .with(
                        "stringData",
                        MapNode.builder()
                                .put("username", "git")
                                .put("password", "taken-as-given")
                                .put("identity", IDENTITY)
                                .put("identity.pub", "taken-as-given")
                                .put("known_hosts", "taken-as-given")
                                .build());
    }

    private static Repository serve(Repository known, MapNode ref, Content content, Kernel kernel) {
        String name = ref.findText("name");
        if (!ref.findText("semver").isEmpty() || !ref.findText("digest").isEmpty()) {
            throw new NotModelledException("which version of the repository " + ref + " selects");
        }
        if (!ref.findText("commit").isEmpty()) {
            String branch = ref.findText("branch").isEmpty() ? "master" : ref.findText("branch");
            return Sources.serve(known, branch, null, ref.findText("commit"), content, kernel);
        }
        if (name.startsWith("refs/tags/") || !ref.findText("tag").isEmpty()) {
            String tag = name.isEmpty() ? ref.findText("tag") : name.substring("refs/tags/".length());
            return Sources.serve(known, null, tag, null, content, kernel);
        }
        String branch =
                name.startsWith("refs/heads/") ? name.substring("refs/heads/".length()) : ref.findText("branch");
        boolean isGit = !known.url().startsWith("oci://");
        return Sources.serve(known, branch.isEmpty() ? (isGit ? "master" : null) : branch, null, null, content, kernel);
    }
}
