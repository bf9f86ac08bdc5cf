package dev.drydock.scenario.replay;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The files that Git tracks in a working copy, from its index (Git's {@code Documentation/gitformat-index.txt}).
 *
 * @param files paths of files
 * @param submodules paths of folders that other repositories fill
 */
record GitIndex(TreeSet<String> files, TreeSet<String> submodules) {

    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int LINK = 0x6c696e6b;
    private static final int SUBMODULE = 0160000;
    private static final int EXTENDED = 0x4000;
    private static final int BEFORE_MODE = 24;
    private static final int BETWEEN_MODE_AND_HASH = 12;
    private static final int HASH = 20;
    private static final long LARGEST = 256L << 20;

    /** The index of a working copy; empty when it has none, or one that cannot be read. */
    static Optional<GitIndex> of(Path folder) throws IOException {
        Path index = gitFolder(folder).resolve("index");
        if (!Files.isRegularFile(index) || Files.size(index) > LARGEST) {
            return Optional.empty();
        }
        try {
            return read(ByteBuffer.wrap(Files.readAllBytes(index)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A further working tree of a repository has a file that says where its index is. */
    static Path gitFolder(Path folder) throws IOException {
        Path git = folder.resolve(".git");
        if (Files.isRegularFile(git) && Files.size(git) < 4096) {
            String text = Files.readString(git).strip();
            return text.startsWith("gitdir:")
                    ? folder.resolve(text.substring("gitdir:".length()).strip())
                    : git;
        }
        return git;
    }

    private static Optional<GitIndex> read(ByteBuffer bytes) {
        if (bytes.getInt() != SIGNATURE) {
            return Optional.empty();
        }
        int version = bytes.getInt();
        int count = bytes.getInt();
        if (version < 2 || version > 4) {
            return Optional.empty();
        }
        GitIndex index = new GitIndex(new TreeSet<>(), new TreeSet<>());
        String name = "";
        for (int i = 0; i < count; i++) {
            int begin = bytes.position();
            bytes.position(begin + BEFORE_MODE);
            int mode = bytes.getInt();
            bytes.position(bytes.position() + BETWEEN_MODE_AND_HASH + HASH);
            if ((bytes.getShort() & EXTENDED) != 0) {
                bytes.getShort();
            }
            int stripped = version == 4 ? offset(bytes) : name.length();
            name = name.substring(0, name.length() - stripped) + text(bytes);
            if (version < 4) {
                bytes.position(begin + (bytes.position() - begin + 7) / 8 * 8);
            }
            ((mode & SUBMODULE) == SUBMODULE ? index.submodules : index.files).add(name);
        }
        return isSplit(bytes) ? Optional.empty() : Optional.of(index);
    }

    /** How much of the name before does not begin this one, as packs write offsets. */
    private static int offset(ByteBuffer bytes) {
        int next = bytes.get() & 0xff;
        int value = next & 0x7f;
        while ((next & 0x80) != 0) {
            next = bytes.get() & 0xff;
            value = ((value + 1) << 7) + (next & 0x7f);
        }
        return value;
    }

    /** A text that ends with a zero byte. */
    private static String text(ByteBuffer bytes) {
        int end = bytes.position();
        while (bytes.get(end) != 0) {
            end++;
        }
        byte[] text = new byte[end - bytes.position()];
        bytes.get(text).get();
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Whether the rest of the entries stands in another file. */
    private static boolean isSplit(ByteBuffer bytes) {
        return bytes.remaining() > HASH + 4 && bytes.getInt() == LINK;
    }

    boolean tracks(String path) {
        return files.contains(path) || submodules.stream().anyMatch(submodule -> path.startsWith(submodule + "/"));
    }
}
