package dev.drydock.flux.generator;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.Paths;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file tree of which only what lies below a root can be reached, also by links (filesys/fs_secure.go). */
final class SecureTree {

    private static final int MOST_LINKS = 255;

    private final FileTree tree;
    private final String root;

    SecureTree(FileTree tree, String root) {
        this.tree = tree;
        this.root = Paths.clean("/" + root);
    }

    boolean isFile(String path) {
        String real = real(path);
        return real != null && isSecure(path) && tree.kind(real) == FileTree.Kind.FILE;
    }

    boolean exists(String path) {
        return real(path) != null && isSecure(path);
    }

    /** Whether a path is a directory itself; a link to one is none. */
    boolean isRealDirectory(String path) {
        return kind(path) == FileTree.Kind.DIRECTORY;
    }

    List<String> list(String directory) {
        String real = real(directory);
        return real == null ? List.of() : tree.list(real);
    }

    /** The path without links, or null when something on the way is missing. */
    @Nullable
    String real(String path) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(Paths.clean(path).split("/")));
        String real = "/";
        int links = 0;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                real = Paths.parent(real);
                continue;
            }
            String next = Paths.join(real, name);
            FileTree.Kind kind = tree.kind(next);
            if (kind == FileTree.Kind.MISSING || (kind == FileTree.Kind.LINK && ++links > MOST_LINKS)) {
                return null;
            }
            if (kind == FileTree.Kind.LINK) {
                String target = tree.readLink(next);
                real = target.startsWith("/") ? "/" : real;
                String[] names = target.split("/", -1);
                for (int i = names.length - 1; i >= 0; i--) {
                    rest.addFirst(names[i]);
                }
            } else if (kind == FileTree.Kind.FILE && !rest.isEmpty()) {
                return null;
            } else {
                real = next;
            }
        }
        return real;
    }

    private FileTree.Kind kind(String path) {
        String parent = real(Paths.parent(path));
        return parent == null ? FileTree.Kind.MISSING : tree.kind(Paths.join(parent, Paths.base(path)));
    }

    private boolean isSecure(String path) {
        String real = real(path);
        if (real == null) {
            return Paths.isInOrBelow(Paths.clean(path), root);
        }
        String directory = tree.kind(real) == FileTree.Kind.DIRECTORY ? real : Paths.parent(real);
        return Paths.isInOrBelow(directory, root);
    }

    /** Refuses a path that leaves the root. */
    void check(String operation, String path) {
        if (!isSecure(path)) {
            throw new GeneratorException("fs-security-constraint " + operation + " " + path + ": path '" + path
                    + "' is not in or below '" + root + "'");
        }
    }

    byte[] read(String path) {
        check("read", path);
        String real = real(path);
        if (real == null) {
            throw new GeneratorException("open " + path + ": no such file or directory");
        }
        if (tree.kind(real) == FileTree.Kind.DIRECTORY) {
            throw new GeneratorException("read " + path + ": is a directory");
        }
        return tree.read(real);
    }
}
