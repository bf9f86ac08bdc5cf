package dev.drydock.flux.source;

import dev.drydock.flux.artifact.OciReference;
import dev.drydock.flux.artifact.OciRepositoryName;
import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a registry serves of one repository to whoever brings some pull secrets (go-containerregistry pkg/v1/remote).
 *
 * @param name the repository
 * @param tags tag to what it holds
 * @param denied the format of its error when it serves nothing, with a place for the URL; empty when it serves
 */
record OciRegistry(OciRepositoryName name, Map<String, Tagged> tags, String denied) {

    private static final String UNKNOWN_NAME = "GET %s: NAME_UNKNOWN: repository name not known to registry";
    private static final String PULL_SECRET = "kubernetes.io/dockerconfigjson";

    /** The registries that are tried without TLS too (pkg/name/registry.go, Scheme). */
    private static final Pattern PLAIN = Pattern.compile("(localhost:.*|.*\\.localhost(:[0-9]{1,5})?"
            + "|(10|127\\.0\\.0|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))\\.[0-9.]+(:.*)?)");

    /** A tag of a registry and what it holds. */
    record Tagged(Content content, boolean chart) {

        String digest() {
            return "sha256:" + content.digest();
        }
    }

    static OciRegistry ask(
            Repositories repositories,
            String url,
            OciRepositoryName name,
            boolean insecure,
            List<MapNode> pullSecrets) {
        Optional<Repository> found =
                repositories.registriesCanFind(name.path()) ? repositories.find(url) : Optional.empty();
        boolean known = found.isPresent() || repositories.servesHost(name.registry());
        if (!known || !found.map(Repository::reachable).orElse(true)) {
            return new OciRegistry(name, Map.of(), unreachable(name.registry(), insecure));
        }
        if (found.isEmpty()) {
            return new OciRegistry(name, Map.of(), UNKNOWN_NAME);
        }
        Repository repository = found.get();
        boolean open = repository.secret() == null && repository.login() == null;
        if (!open && pullSecrets.stream().noneMatch(secret -> opens(repository, name.registry(), secret))) {
            return new OciRegistry(name, Map.of(), "GET %s: UNAUTHORIZED: authentication required");
        }
        Map<String, Tagged> tags = tags(repository);
        return new OciRegistry(name, tags, tags.isEmpty() ? UNKNOWN_NAME : "");
    }

    private static String unreachable(String registry, boolean insecure) {
        String problem = Network.unreachable(registry);
        String secure = "Get \"https://" + registry + "/v2/\": " + problem;
        return insecure || PLAIN.matcher(registry).matches()
                ? secure + "; Get \"http://" + registry + "/v2/\": " + problem
                : secure;
    }

    private static boolean opens(Repository repository, String registry, MapNode secret) {
        boolean isRead = repository.login() == null || secret.findText("type").equals(PULL_SECRET);
        return isRead && SecretAccess.opensByPullSecret(repository, registry, ObjectFields.name(secret), secret);
    }

    private static Map<String, Tagged> tags(Repository repository) {
        Map<String, Tagged> tags = new TreeMap<>();
        repository
                .tags()
                .forEach((tag, commit) -> tags.put(
                        tag, new Tagged(commit.content(), repository.charts().contains(commit.content()))));
        repository.branches().keySet().forEach(branch -> {
            Commit head = repository.head(branch).orElseThrow();
            tags.put(branch, new Tagged(head.content(), false));
        });
        return tags;
    }

    /** The error about all tags. */
    String listing() {
        return denied.formatted(api() + "/tags/list?n=1000");
    }

    /** The error about one manifest. */
    String missing(String identifier) {
        String format = denied.isEmpty() ? OciReference.UNKNOWN_MANIFEST : denied;
        return format.formatted(api() + "/manifests/" + identifier);
    }

    /** What a tag or a digest names. */
    @Nullable
    Tagged find(String identifier) {
        Tagged tagged = tags.get(identifier);
        return tagged != null
                ? tagged
                : tags.values().stream()
                        .filter(other -> other.digest().equals(identifier))
                        .findFirst()
                        .orElse(null);
    }

    /** Where its API is. */
    String api() {
        return "https://" + name.registry() + "/v2/" + name.path();
    }
}
