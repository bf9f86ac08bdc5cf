package dev.drydock.flux.generator;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.Paths;
import java.util.List;
import java.util.TreeSet;

/** A tree with one file more, or with another content of one file. */
final class OverlayTree implements FileTree {

    private final FileTree tree;
    private final String path;
    private final byte[] content;

    OverlayTree(FileTree tree, String path, byte[] content) {
        this.tree = tree;
        this.path = path;
        this.content = content;
    }

    @Override
    public Kind kind(String asked) {
        return asked.equals(path) ? Kind.FILE : tree.kind(asked);
    }

    @Override
    public byte[] read(String asked) {
        return asked.equals(path) ? content.clone() : tree.read(asked);
    }

    @Override
    public List<String> list(String asked) {
        if (!asked.equals(Paths.parent(path))) {
            return tree.list(asked);
        }
        TreeSet<String> names = new TreeSet<>(tree.list(asked));
        names.add(Paths.base(path));
        return List.copyOf(names);
    }

    @Override
    public String readLink(String asked) {
        return tree.readLink(asked);
    }
}
