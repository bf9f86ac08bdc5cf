package dev.drydock.flux.repository;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An immutable tree of files, as one commit or one artifact holds it. */
@API(status = API.Status.STABLE, since = "0.1")
public final class Content {

    /** A tree without files. */
    public static final Content EMPTY = new Content(Map.of());

    private final ImmutableSortedMap<String, Entry> files;
    private @Nullable String digest;

    /**
     * A tree with a copy of the entries, sorted by path.
     *
     * @param files path with forward slashes, relative to the root, to its entry
     */
    public Content(Map<String, ? extends Entry> files) {
        this.files = ImmutableSortedMap.copyOf(files);
    }

    /** A file, a symbolic link, or a folder that holds nothing else. */
    public sealed interface Entry {}

    /**
     * A file.
     *
     * @param text content, bytes as ISO 8859-1 when {@code binary}
     * @param binary whether the bytes are no UTF-8 text
     * @param executable whether the executable bit is set
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record File(String text, boolean binary, boolean executable) implements Entry {

        /** A text file. */
        public static File of(String text) {
            return new File(text, false, false);
        }

        /** A file of bytes, which are text when they can be. */
        public static File of(byte[] bytes, boolean executable) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return new File(text, false, executable);
            } catch (CharacterCodingException e) {
                return new File(new String(bytes, StandardCharsets.ISO_8859_1), true, executable);
            }
        }

        /** The bytes. */
        public byte[] bytes() {
            return text.getBytes(binary ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
    }

    /**
     * A symbolic link.
     *
     * @param target where it points, as written
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Link(String target) implements Entry {}

    /** A folder without files. */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Folder() implements Entry {}

    /** Path with forward slashes, relative to the root, to its entry; sorted by path. */
    public Map<String, Entry> files() {
        return files;
    }

    /** The characters of all its paths and contents, which is about what it takes in memory; at most the largest integer. */
    public int size() {
        return size(files);
    }

    /** The characters of paths and contents, at most the largest integer. */
    public static int size(Map<String, ? extends Entry> files) {
        long size = 0;
        for (Map.Entry<String, ? extends Entry> entry : files.entrySet()) {
            size += entry.getKey().length();
            size += entry.getValue() instanceof File file ? file.text().length() : 0;
        }
        return (int) Math.min(size, Integer.MAX_VALUE);
    }

    /** A hash of paths and contents: equal trees have equal digests. SHA-256 in hexadecimal. */
    public String digest() {
        String known = digest;
        if (known == null) {
            known = hash();
            digest = known;
        }
        return known;
    }

    private String hash() {
        Hasher hasher = Hashing.sha256().newHasher();
        files.forEach((path, entry) -> {
            hasher.putString(path, StandardCharsets.UTF_8).putByte((byte) 0);
            if (entry instanceof File file) {
                hasher.putBytes(file.bytes()).putBoolean(file.executable());
            } else if (entry instanceof Link link) {
                hasher.putString(link.target(), StandardCharsets.UTF_8).putByte((byte) 1);
            } else {
                hasher.putByte((byte) 2);
            }
            hasher.putByte((byte) 0);
        });
        return hasher.hash().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Content content && files.equals(content.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    @Override
    public String toString() {
        return "Content" + files.keySet();
    }
}
