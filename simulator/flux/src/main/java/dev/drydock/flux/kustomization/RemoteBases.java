package dev.drydock.flux.kustomization;

import dev.drydock.flux.repository.Commit;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.repository.Repository;
import dev.drydock.flux.source.HelmIndex;
import dev.drydock.flux.source.Network;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.RemoteEntries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remote entries of a kustomization, fetched from what the world is said to serve; as for sources, what nobody described does
 * not exist, or is not modelled where more exists than what is described.
 */
final class RemoteBases implements RemoteEntries {

    private static final String CLONE = "/tmp/kustomize-1000000000";
    private static final String INDEX = "/index.yaml";

    private final Repositories repositories;
    private final String confinement;
    private boolean asked;

    /**
     * The entries of one build.
     *
     * @param confinement the directory outside which nothing is read, {@code /} for none
     */
    RemoteBases(Repositories repositories, String confinement) {
        this.repositories = repositories;
        this.confinement = confinement;
    }

    /** Whether the build rests on what other machines serve. */
    boolean wereAsked() {
        return asked;
    }

    @Override
    public byte[] get(String url) {
        asked = true;
        String host = host(url);
        if (!repositories.servesHost(host)) {
            repositories.checkEverything(url);
            throw new KustomizeException("Get \"" + url + "\": " + Network.unreachable(host));
        }
        if (url.endsWith(INDEX)) {
            Optional<Repository> charts = repositories
                    .find(url.substring(0, url.length() - INDEX.length()))
                    .filter(repository ->
                            !repository.charts().isEmpty() && repository.reachable() && isOpen(repository));
            if (charts.isPresent()) {
                return HelmIndex.served(charts.get().charts()).getBytes(StandardCharsets.UTF_8);
            }
        }
        if (!RemoteEntries.isRepository(url)) {
            repositories.checkEverything(url);
            throw new KustomizeException("HTTP Error: status code 404 (Not Found)");
        }
        throw new KustomizeException("URL is a git repository");
    }

    @Override
    public Clone clone(String entry, String repository, String path, String ref) {
        asked = true;
        String host = host(repository);
        Optional<Repository> found = repositories
                .find(repository)
                .filter(r -> !r.branches().isEmpty() || !r.tags().isEmpty());
        String shown = repository + "/";
        boolean ssh = !repository.startsWith("http");
        if (!repositories.servesHost(host)) {
            throw failed(
                    repository,
                    ref,
                    ssh
                            ? "ssh: Could not resolve hostname " + host + ": Temporary failure in name resolution\r\n"
                                    + "fatal: Could not read from remote repository.\n\n"
                                    + "Please make sure you have the correct access rights\nand the repository exists."
                            : "fatal: unable to access '" + shown + "': Could not resolve host: " + host);
        }
        if (ssh || (found.isPresent() && !isOpen(found.get()))) {
            throw new NotModelledException("remote entries that need credentials, here " + entry);
        }
        if (found.isEmpty()) {
            throw failed(repository, ref, "remote: not found\nfatal: repository '" + shown + "' not found");
        }
        if (!found.get().reachable()) {
            throw failed(
                    repository, ref, "fatal: unable to access '" + shown + "': The requested URL returned error: 503");
        }
        Commit commit = commit(found.get(), ref);
        if (commit == null) {
            throw failed(repository, ref, "fatal: couldn't find remote ref " + ref);
        }
        return new Clone(unpacked(commit.content()), CLONE, confinement);
    }

    private static KustomizeException failed(String repository, String ref, String output) {
        return new KustomizeException("failed to run '/usr/bin/git fetch --depth=1 " + repository + " "
                + (ref.isEmpty() ? "HEAD" : ref) + "': " + output + "\n: exit status 128");
    }

    private static @Nullable Commit commit(Repository repository, String ref) {
        if (ref.isEmpty()) {
            return List.of("main", "master").stream()
                    .flatMap(branch -> repository.head(branch).stream())
                    .findFirst()
                    .or(() ->
                            repository.branches().keySet().stream().findFirst().flatMap(repository::head))
                    .orElse(null);
        }
        Commit tagged = repository.tags().get(ref);
        return repository
                .head(ref)
                .or(() -> Optional.ofNullable(tagged))
                .or(() -> repository.branches().values().stream()
                        .flatMap(List::stream)
                        .filter(commit -> commit.hash().equals(ref))
                        .findFirst())
                .orElse(null);
    }

    private static MemoryFileTree unpacked(Content content) {
        MemoryFileTree.Builder files = MemoryFileTree.builder().directory(CLONE);
        content.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file) {
                files.file(CLONE + "/" + path, file.bytes());
            } else if (entry instanceof Content.Link link) {
                files.link(CLONE + "/" + path, link.target());
            }
        });
        return files.build();
    }

    private static boolean isOpen(Repository repository) {
        return repository.secret() == null && repository.login() == null;
    }

    private static String host(String url) {
        return url.replaceFirst("^git::", "")
                .replaceFirst("^[a-z+]+://", "")
                .replaceFirst("^[^/@]*@", "")
                .replaceFirst("[/:?].*", "");
    }
}
