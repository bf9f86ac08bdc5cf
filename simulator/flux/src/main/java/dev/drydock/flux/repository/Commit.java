package dev.drydock.flux.repository;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * One commit of a repository.
 *
 * @param hash forty hexadecimal digits
 * @param message commit message
 * @param at commit time
 * @param content the tree
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Commit(String hash, String message, Instant at, Content content) {

    /** A commit whose hash follows from its parent, message, time and content. */
    @SuppressWarnings("deprecation") // SHA-1 is what Git's object names are
    public static Commit of(String parent, String message, Instant at, Content content) {
        String identity = parent + "\n" + message + "\n" + at + "\n" + content.digest();
        return new Commit(
                Hashing.sha1().hashString(identity, StandardCharsets.UTF_8).toString(), message, at, content);
    }
}
