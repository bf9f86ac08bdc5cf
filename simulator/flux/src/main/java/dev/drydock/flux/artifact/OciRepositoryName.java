package dev.drydock.flux.artifact;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The repository of an OCI URL (go-containerregistry, pkg/name). Without a dot or a colon in its first part, before a slash, a
 * name is one of Docker Hub.
 *
 * @param registry host and port
 * @param path path in the registry
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OciRepositoryName(String registry, String path) {

    private static final String PREFIX = "oci://";
    private static final String DOCKER_HUB = "index.docker.io";
    private static final String CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789_-./";
    private static final String HOST_CHARACTERS = "-A-Za-z0-9._~!$&'()*+,;=<>\"\\x{80}-\\x{10FFFF}";
    private static final Pattern HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+\\](:[0-9]*)?|[" + HOST_CHARACTERS + "]*|["
            + HOST_CHARACTERS + ":]*:[0-9]*"); // as Go's URLs: digits behind the last colon

    /**
     * The repository of {@code spec.url}.
     *
     * @throws SourceException with the words of the InvalidURL condition
     */
    public static OciRepositoryName parse(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new SourceException("URL must be in format 'oci://<domain>/<org>/<repo>'");
        }
        String name = url.substring(PREFIX.length());
        if (name.isEmpty()) {
            throw new SourceException("a repository name must be specified");
        }
        int slash = name.indexOf('/');
        String first = slash < 0 ? "" : name.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":");
        String path = hasRegistry ? name.substring(slash + 1) : name;
        check(path);
        String registry = hasRegistry ? first : "";
        if (!HOST.matcher(registry).matches()) {
            throw new SourceException("registries must be valid RFC 3986 URI authorities: " + registry);
        }
        if (registry.isEmpty() || registry.equals("docker.io")) {
            registry = DOCKER_HUB;
        }
        return new OciRepositoryName(registry, path);
    }

    private static void check(String path) {
        int length = path.codePointCount(0, path.length());
        if (length < 2 || length > 255) {
            throw new SourceException("repository must be between 2 and 255 characters in length: " + path);
        }
        if (!path.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)) {
            throw new SourceException("repository can only contain the characters `" + CHARACTERS + "`: " + path);
        }
    }

    /** {@code host/path}; names of one part on Docker Hub are in {@code library}. */
    public String name() {
        boolean implicit = registry.equals(DOCKER_HUB) && !path.contains("/");
        return registry + "/" + (implicit ? "library/" : "") + path;
    }
}
