package dev.drydock.flux.repository;

import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What one URL serves, immutable.
 *
 * @param url the URL as described
 * @param branches branch to its commits, oldest first
 * @param tags tag to its commit
 * @param charts for a Helm repository: the chart folders
 * @param secret name of the Secret without which nothing is served, null when none is needed
 * @param login the login without which nothing is served, null when any will do
 * @param reachable false while the source does not answer
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Repository(
        String url,
        Map<String, List<Commit>> branches,
        Map<String, Commit> tags,
        List<Content> charts,
        @Nullable String secret,
        @Nullable Login login,
        boolean reachable) {

    /**
     * What a source must bring to be served.
     *
     * @param username the user
     * @param password its password
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Login(String username, String password) {}

    /** A repository with copies of the collections. */
    public Repository {
        branches = ImmutableSortedMap.copyOf(branches);
        tags = ImmutableSortedMap.copyOf(tags);
        charts = List.copyOf(charts);
    }

    /** A reachable repository that serves nothing yet. */
    public static Repository empty(String url) {
        return new Repository(url, Map.of(), Map.of(), List.of(), null, null, true);
    }

    /** The newest commit of a branch. */
    public Optional<Commit> head(String branch) {
        List<Commit> commits = branches.get(branch);
        return commits == null || commits.isEmpty() ? Optional.empty() : Optional.of(commits.get(commits.size() - 1));
    }

    /** This repository with one more commit on a branch. */
    public Repository withCommit(String branch, Commit commit) {
        ImmutableSortedMap.Builder<String, List<Commit>> more = ImmutableSortedMap.naturalOrder();
        branches.forEach((name, commits) -> {
            if (!name.equals(branch)) {
                more.put(name, commits);
            }
        });
        List<Commit> old = branches.getOrDefault(branch, List.of());
        java.util.ArrayList<Commit> commits = new java.util.ArrayList<>(old);
        commits.add(commit);
        more.put(branch, List.copyOf(commits));
        return new Repository(url, more.buildOrThrow(), tags, charts, secret, login, reachable);
    }

    /** This repository with a tag set. */
    public Repository withTag(String tag, Commit commit) {
        java.util.TreeMap<String, Commit> more = new java.util.TreeMap<>(tags);
        more.put(tag, commit);
        return new Repository(url, branches, more, charts, secret, login, reachable);
    }

    /** This repository serving charts. */
    public Repository withCharts(List<Content> chartFolders) {
        return new Repository(url, branches, tags, chartFolders, secret, login, reachable);
    }

    /** This repository served only to sources that name a Secret. */
    public Repository withSecret(String name) {
        return new Repository(url, branches, tags, charts, name, login, reachable);
    }

    /** This repository served only to sources that bring a login. */
    public Repository withLogin(String username, String password) {
        return new Repository(url, branches, tags, charts, secret, new Login(username, password), reachable);
    }

    /** This repository answering or not. */
    public Repository withReachable(boolean answers) {
        return new Repository(url, branches, tags, charts, secret, login, answers);
    }
}
