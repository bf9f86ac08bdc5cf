package dev.drydock.flux.generator;

import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/** The check of {@code spec.components} (IsLocalRelativePath). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LocalPath {

    private static final List<String> REMOTE =
            List.of("git::", "gh:", "ssh://", "https://", "http://", "git@", "github.com:", "github.com/");

    private LocalPath() {}

    /** Whether a path is relative and leads to no other machine, as far as its beginning tells. */
    public static boolean isLocalRelative(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        boolean remote =
                REMOTE.stream().anyMatch(prefix -> lower.length() > prefix.length() && lower.startsWith(prefix));
        String file = lower.startsWith("file://") ? lower.substring("file://".length()) : lower;
        return !remote && !path.startsWith("/") && !file.startsWith("/");
    }
}
