package dev.drydock.flux.repository;

import dev.drydock.kubernetes.NotModelledException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Everything outside the cluster that sources can reach, by URL. A trailing {@code .git} or {@code /} of a URL does not
 * count. Copied cheaply: the repositories are values.
 */
@API(status = API.Status.STABLE, since = "0.1")
public final class Repositories {

    private final TreeMap<String, Repository> byUrl = new TreeMap<>();
    private final TreeMap<String, String> asked = new TreeMap<>();
    private final boolean isEverything;
    private final boolean signaturesHold;
    private final boolean isRecorded;

    /** Repositories of which none is described yet; what will not be described does not exist. */
    public Repositories() {
        this(true, false, false);
    }

    private Repositories(boolean isEverything, boolean signaturesHold, boolean isRecorded) {
        this.isEverything = isEverything;
        this.signaturesHold = signaturesHold;
        this.isRecorded = isRecorded;
    }

    /**
     * Repositories whose registries are those of the recordings: a registry there takes what stands before the first
     * {@code manifests}, {@code tags} or {@code blobs} of a request's path for the name, so it knows no repository with such
     * a part. Other registries look for the last one.
     */
    public static Repositories likeRecorder() {
        return new Repositories(true, false, true);
    }

    /**
     * Repositories of which some are described, while others exist too: what they serve is not modelled.
     *
     * @param signaturesHold whether every signature that a source asks for is taken as good; otherwise that is not modelled
     */
    public static Repositories ofWhatIsKnown(boolean signaturesHold) {
        return new Repositories(false, signaturesHold, false);
    }

    /** Whether every signature that a source asks for is taken as good. */
    public boolean signaturesHold() {
        return signaturesHold;
    }

    /**
     * What a URL serves; empty when nobody described it, which is an unreachable host.
     *
     * @throws NotModelledException when nobody described it and others exist too
     */
    public Optional<Repository> find(String url) {
        asked.putIfAbsent(key(url), url);
        Optional<Repository> found = described(url);
        if (found.isEmpty()) {
            checkEverything(url);
        }
        return found;
    }

    /**
     * Ends a prediction that would rest on what nobody described.
     *
     * @param what a URL, or a part of what it serves
     * @throws NotModelledException when more exists than what is described
     */
    public void checkEverything(String what) {
        if (!isEverything) {
            throw new NotModelledException("what " + what + " serves, which nobody described");
        }
    }

    private Optional<Repository> described(String url) {
        return Optional.ofNullable(byUrl.get(key(url)));
    }

    /** Adds a repository or replaces the one of the same URL. */
    public void put(Repository repository) {
        byUrl.put(key(repository.url()), repository);
    }

    /** Changes the repository of a URL, which is made empty when it was not described yet. */
    public void change(String url, UnaryOperator<Repository> change) {
        put(change.apply(described(url).orElseGet(() -> Repository.empty(url))));
    }

    /**
     * Whether anything is described at a host, so that its name resolves and it answers.
     *
     * @param host a host, or a host and a port
     * @throws NotModelledException when something is described at other ports alone
     */
    public boolean servesHost(String host) {
        Authority asked = Authority.ofAnyScheme(host);
        if (authorities().anyMatch(asked::equals)) {
            return true;
        }
        if (authorities().anyMatch(known -> known.host().equals(asked.host()))) {
            throw new NotModelledException("what answers at " + host + ", which is described at another port alone");
        }
        return false;
    }

    private Stream<Authority> authorities() {
        return byUrl.keySet().stream().map(Authority::ofUrl);
    }

    /**
     * Whether a registry finds the name of a repository in the paths of requests.
     *
     * @param path the name, without the registry
     */
    public boolean registriesCanFind(String path) {
        return !path.endsWith("/") && !(isRecorded && path.matches(".+/(manifests|tags|blobs)(/.*)?"));
    }

    /** An independent copy. */
    public Repositories copy() {
        Repositories copy = new Repositories(isEverything, signaturesHold, isRecorded);
        copy.byUrl.putAll(byUrl);
        copy.asked.putAll(asked);
        return copy;
    }

    /** Whether anything is described at a host that differs in the case of its letters alone, so that its name resolves. */
    public boolean servesHostIgnoringCase(String host) {
        Authority asked = Authority.ofAnyScheme(host).inLowerCase();
        return authorities().map(Authority::inLowerCase).anyMatch(asked::equals);
    }

    /** Whether two URLs name the same repository as they are written. */
    public static boolean isSame(String url, String other) {
        return normalised(url).equals(normalised(other));
    }

    /** The URLs that are described, as they were written first. */
    public List<String> urls() {
        return byUrl.values().stream().map(Repository::url).toList();
    }

    /** The URLs that anybody asked for, as they were written first. */
    public List<String> asked() {
        return List.copyOf(asked.values());
    }

    /** What two URLs of the same repository have in common. */
    public static String key(String url) {
        return withoutDefaultPort(normalised(url));
    }

    private static String withoutDefaultPort(String url) {
        return url.replaceFirst("^((?:https|oci)://[^/]*?):443(?=/|$)", "$1")
                .replaceFirst("^(http://[^/]*?):80(?=/|$)", "$1");
    }

    private static String normalised(String url) {
        String text = url;
        while (text.endsWith("/")) {
            text = text.substring(0, text.length() - 1);
        }
        return text.endsWith(".git") ? text.substring(0, text.length() - 4) : text;
    }
}
