package dev.drydock.kustomize;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A directory on disk, seen as a tree whose root it is. */
final class DiskFileTree implements FileTree {

    /** More than this is no manifest and no file of a ConfigMap. */
    private static final long LARGEST = 64L << 20;

    private final Path root;

    DiskFileTree(Path root) {
        try {
            this.root = root.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path real(String path) {
        return path.equals("/") ? root : root.resolve(path.substring(1));
    }

    @Override
    public Kind kind(String path) {
        Path real;
        try {
            real = real(path);
        } catch (java.nio.file.InvalidPathException e) {
            return Kind.MISSING;
        }
        if (Files.isSymbolicLink(real)) {
            return Kind.LINK;
        }
        if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) {
            return Kind.DIRECTORY;
        }
        return Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS) ? Kind.FILE : Kind.MISSING;
    }

    @Override
    public byte[] read(String path) {
        try {
            Path real = real(path);
            if (Files.size(real) > LARGEST) {
                throw new KustomizeException("read " + path + ": file is larger than " + LARGEST + " bytes");
            }
            return Files.readAllBytes(real);
        } catch (IOException e) {
            throw new KustomizeException("open " + path + ": permission denied");
        }
    }

    @Override
    public List<String> list(String path) {
        try (Stream<Path> entries = Files.list(real(path))) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new KustomizeException("open " + path + ": permission denied");
        }
    }

    @Override
    public String readLink(String path) {
        try {
            Path target = Files.readSymbolicLink(real(path));
            if (!target.isAbsolute()) {
                return target.toString();
            }
            if (!target.normalize().startsWith(root)) {
                throw new KustomizeException("link '" + path + "' leads out of the root, to '" + target + "'");
            }
            return "/" + root.relativize(target.normalize());
        } catch (IOException e) {
            throw new KustomizeException("readlink " + path + ": " + e.getMessage());
        }
    }
}
