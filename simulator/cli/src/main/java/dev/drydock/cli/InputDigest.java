package dev.drydock.cli;

import dev.drydock.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fingerprints of all that a run depends on. No path of a scenario leaves the folder of its file, so that folder, whole, is what it
 * reads.
 */
final class InputDigest {

    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 256L << 20;

    private final Map<Path, Optional<String>> folders = new ConcurrentHashMap<>();
    private final long trusted;

    /**
     * Fingerprints of files that were read after a time.
     *
     * @param begin in milliseconds since 1970; what changed later, or just before, may have been read as it was
     */
    InputDigest(long begin) {
        trusted = begin - 2_000;
    }

    /** The fingerprint of a scenario and of what else decides; empty when its folder changes now, is too large or not readable. */
    Optional<String> of(Scenario scenario, String further) {
        return folders.computeIfAbsent(scenario.folder(), this::folder)
                .map(folder -> of(String.join("\n", folder, scenario.location().toString(), scenario.name(), further)));
    }

    private Optional<String> folder(Path folder) {
        Tree tree = new Tree();
        MessageDigest digest = sha256();
        try {
            Files.walkFileTree(folder.toRealPath(), tree);
            if (!tree.complete) {
                return Optional.empty();
            }
            for (Map.Entry<Path, BasicFileAttributes> entry : tree.entries.entrySet()) {
                Path path = entry.getKey();
                BasicFileAttributes attributes = entry.getValue();
                byte[] content = content(path, attributes);
                digest.update((folder.toRealPath().relativize(path) + "\0" + kind(path, attributes) + "\0"
                                + content.length + "\0")
                        .getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
        return Optional.of(hex(digest.digest()));
    }

    private static byte[] content(Path path, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory()) {
            return new byte[0];
        }
        return attributes.isSymbolicLink()
                ? Files.readSymbolicLink(path).toString().getBytes(StandardCharsets.UTF_8)
                : Files.readAllBytes(path);
    }

    private static String kind(Path path, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            return Files.isExecutable(path) ? "program" : "file";
        }
        return attributes.isDirectory() ? "folder" : "link";
    }

    /** Folders, files and links below a folder, in order. */
    private final class Tree extends SimpleFileVisitor<Path> {
        final Map<Path, BasicFileAttributes> entries = new TreeMap<>();
        boolean complete = true;
        private long bytes;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return visitFile(directory, attributes);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            bytes += attributes.isRegularFile() ? attributes.size() : 0;
            if (attributes.isOther()
                    || attributes.lastModifiedTime().toMillis() > trusted
                    || bytes > MOST_BYTES
                    || entries.size() >= MOST_FILES) {
                return giveUp();
            }
            entries.put(file, attributes);
            return FileVisitResult.CONTINUE;
        }

        private FileVisitResult giveUp() {
            complete = false;
            return FileVisitResult.TERMINATE;
        }
    }

    /** A fingerprint of a text. */
    static String of(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java platform has it
        }
    }
}
