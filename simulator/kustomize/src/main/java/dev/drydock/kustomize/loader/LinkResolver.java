package dev.drydock.kustomize.loader;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.FileTree.Kind;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.Paths;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Follows symbolic links inside a tree, with Go's errors; a link that leaves the tree leads nowhere. */
final class LinkResolver {

    private static final int MOST_LINKS = 255;

    /** More than this is no manifest and no file of a ConfigMap. */
    private static final int LARGEST = 64 << 20;

    private final FileTree tree;
    private final String confinement;

    LinkResolver(FileTree tree, String confinement) {
        this.tree = tree;
        this.confinement = Paths.clean("/" + confinement);
    }

    /** Something on the way is missing or no directory; the message is that of lstat. */
    private static final class LinkException extends KustomizeException {
        private static final long serialVersionUID = 1;
        private final String cause;

        private LinkException(String path, String cause) {
            super("lstat " + path + ": " + cause);
            this.cause = cause;
        }
    }

    private String resolve(String path) {
        Deque<String> rest = new ArrayDeque<>(Arrays.asList(path.split("/", -1)));
        String real = "/";
        int links = 0;
        while (!rest.isEmpty()) {
            String name = rest.removeFirst();
            if (name.isEmpty() || name.equals(".")) {
                continue;
            }
            if (name.equals("..")) {
                if (real.equals("/") && links > 0) {
                    throw outside("abs", path);
                }
                real = Paths.parent(real);
                continue;
            }
            String next = real.equals("/") ? "/" + name : real + "/" + name;
            Kind kind = tree.kind(next);
            if (kind == Kind.MISSING) {
                throw new LinkException(next, "no such file or directory");
            }
            if (kind == Kind.LINK) {
                if (++links > MOST_LINKS) {
                    throw new KustomizeException("EvalSymlinks: too many links");
                }
                String target = tree.readLink(next);
                String[] names = target.split("/", -1);
                for (int i = names.length - 1; i >= 0; i--) {
                    rest.addFirst(names[i]);
                }
                real = target.startsWith("/") ? "/" : real;
                continue;
            }
            if (kind == Kind.FILE && rest.stream().anyMatch(n -> !n.isEmpty())) {
                throw new LinkException(next + "/" + rest.peekFirst(), "not a directory");
            }
            real = next;
        }
        return real;
    }

    /** The path without links, as filepath.EvalSymlinks. */
    String realPath(String path) {
        String real;
        try {
            real = resolve(path);
        } catch (KustomizeException e) {
            if (e.getMessage().startsWith("fs-security-constraint")) {
                throw e;
            }
            throw e.prefixed("evalsymlink failure on '" + path + "' ");
        }
        if (!Paths.isInOrBelow(real, confinement)) {
            throw outside("abs", path);
        }
        return real;
    }

    private KustomizeException outside(String operation, String path) {
        return new KustomizeException("fs-security-constraint " + operation + " " + path + ": path '" + path
                + "' is not in or below '" + confinement + "'");
    }

    boolean isDirectory(String real) {
        return tree.kind(real) == Kind.DIRECTORY;
    }

    /** The real path of a directory; filesys.ConfirmDir under the words of the loader. */
    String confirmDirectory(String path) {
        String real;
        try {
            real = realPath(path);
        } catch (KustomizeException e) {
            throw e.prefixed("not a valid directory").prefixed("must build at directory");
        }
        if (!isDirectory(real)) {
            throw new KustomizeException("must build at directory: '" + path + "': file is not directory");
        }
        return real;
    }

    /** The content of a file, with the errors of os.ReadFile. */
    byte[] read(String path) {
        String clean = Paths.clean(path);
        if (!Paths.isInOrBelow(clean, confinement)) {
            throw outside("read", clean);
        }
        String real;
        try {
            real = resolve(clean);
        } catch (LinkException e) {
            throw new KustomizeException("open " + clean + ": " + e.cause);
        }
        if (!Paths.isInOrBelow(real, confinement)) {
            throw outside("read", clean);
        }
        if (isDirectory(real)) {
            throw new KustomizeException("read " + clean + ": is a directory");
        }
        byte[] content = tree.read(real);
        if (content.length > LARGEST) {
            throw new KustomizeException("read " + clean + ": file is larger than " + LARGEST + " bytes");
        }
        return content;
    }
}
