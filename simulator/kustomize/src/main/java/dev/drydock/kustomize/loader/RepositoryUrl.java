package dev.drydock.kustomize.loader;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An entry that kustomize takes for a git repository; follows api/internal/git/repospec.go.
 *
 * @param cloneUrl what git is asked for
 * @param path the directory inside
 * @param ref branch, tag or commit, empty for the default
 */
public record RepositoryUrl(String cloneUrl, String path, String ref) {

    private static final String[] SCHEMES = {"ssh://", "https://", "http://", "file://"};
    private static final Pattern USER = Pattern.compile("^([a-zA-Z][a-zA-Z0-9-]*)@");

    /** The repository that an entry means, or null when it is a path. */
    public static @Nullable RepositoryUrl parse(String entry) {
        if (entry.startsWith("/")) {
            return null;
        }
        int question = entry.indexOf('?');
        String rest = question < 0 ? entry : entry.substring(0, question);
        String ref = question < 0 ? "" : reference(entry.substring(question + 1));
        if (startsWith(rest, "git::")) {
            rest = rest.substring(5);
        }
        String scheme = "";
        for (String candidate : SCHEMES) {
            if (startsWith(rest, candidate)) {
                scheme = candidate;
                rest = rest.substring(candidate.length());
                break;
            }
        }
        Matcher matcher = USER.matcher(rest);
        String user = matcher.find() ? matcher.group() : "";
        rest = rest.substring(user.length());
        boolean github = startsWith(rest, "github.com/") || startsWith(rest, "github.com:");
        boolean scp = scheme.isEmpty() && (!user.isEmpty() || github);
        if (scheme.isEmpty() && !scp) {
            return null;
        }
        if (scheme.equals("file://")) {
            return paths(scheme, user + rest, true, ref);
        }
        int separator = rest.indexOf('/');
        if (scp) {
            int colon = rest.indexOf(':');
            if (separator < 0 || (colon > 0 && colon < separator)) {
                separator = colon;
            }
        }
        String host = separator < 0 ? rest : rest.substring(0, separator + 1);
        String path = separator < 0 ? "" : rest.substring(separator + 1);
        if (github) {
            boolean ssh = scheme.equals("ssh://") || !user.isEmpty();
            return paths(ssh ? user + "github.com:" : "https://github.com/", path, false, ref);
        }
        return host.isEmpty() ? null : paths(scheme + user + host, path, false, ref);
    }

    private static boolean startsWith(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix);
    }

    private static String reference(String query) {
        String ref = "";
        String version = "";
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith("ref=")) {
                ref = pair.substring(4);
            } else if (pair.startsWith("version=")) {
                version = pair.substring(8);
            }
        }
        return ref.isEmpty() ? version : ref;
    }

    private static @Nullable RepositoryUrl paths(String host, String path, boolean all, String ref) {
        String repository;
        String inside;
        int marker = path.indexOf("_git/");
        int slashes = path.indexOf("//");
        int suffix = path.indexOf(".git");
        if (marker >= 0) {
            int end = path.indexOf('/', marker + 5);
            repository = end < 0 ? path : path.substring(0, end);
            inside = end < 0 ? "" : path.substring(end + 1);
        } else if (slashes >= 0) {
            repository = path.substring(0, slashes);
            inside = path.substring(slashes + 2);
        } else if (suffix >= 0) {
            repository = path.substring(0, suffix + 4);
            inside = path.substring(suffix + 4);
        } else if (all) {
            repository = path;
            inside = "";
        } else {
            int first = path.indexOf('/');
            if (first < 0) {
                return null;
            }
            int second = path.indexOf('/', first + 1);
            repository = second < 0 ? path : path.substring(0, second);
            inside = second < 0 ? "" : path.substring(second + 1);
        }
        if (repository.isEmpty()) {
            return null;
        }
        String relative = inside.startsWith("/") ? inside.substring(1) : inside;
        String clean = dev.drydock.kustomize.Paths.clean(relative);
        return clean.equals("..") || clean.startsWith("../")
                ? null
                : new RepositoryUrl(host + repository, relative, ref);
    }
}
