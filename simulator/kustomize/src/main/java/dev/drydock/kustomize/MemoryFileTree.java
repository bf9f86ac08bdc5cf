package dev.drydock.kustomize;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A tree of files in memory, immutable once built. */
@API(status = API.Status.STABLE, since = "0.1")
public final class MemoryFileTree implements FileTree {

    private final Map<String, byte[]> files;
    private final Map<String, String> links;
    private final Map<String, TreeSet<String>> directories = new HashMap<>();

    private MemoryFileTree(Map<String, byte[]> files, Map<String, String> links, Iterable<String> empty) {
        this.files = files;
        this.links = links;
        directories.put("/", new TreeSet<>());
        files.keySet().forEach(this::register);
        links.keySet().forEach(this::register);
        for (String directory : empty) {
            register(directory);
            directories.computeIfAbsent(directory, d -> new TreeSet<>());
        }
    }

    private void register(String path) {
        String child = path;
        while (!child.equals("/")) {
            int slash = child.lastIndexOf('/');
            String parent = slash == 0 ? "/" : child.substring(0, slash);
            if (!directories.computeIfAbsent(parent, p -> new TreeSet<>()).add(child.substring(slash + 1))) {
                return;
            }
            child = parent;
        }
    }

    /** A tree of texts by path. */
    public static MemoryFileTree ofTexts(Map<String, String> files) {
        Builder builder = builder();
        files.forEach(builder::file);
        return builder.build();
    }

    /** A builder for an empty tree. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Kind kind(String path) {
        if (files.containsKey(path)) {
            return Kind.FILE;
        }
        if (links.containsKey(path)) {
            return Kind.LINK;
        }
        return directories.containsKey(path) ? Kind.DIRECTORY : Kind.MISSING;
    }

    @Override
    public byte[] read(String path) {
        byte @Nullable [] content = files.get(path);
        if (content == null) {
            throw new KustomizeException("open " + path + ": no such file or directory");
        }
        return content.clone();
    }

    @Override
    public List<String> list(String path) {
        TreeSet<String> names = directories.get(path);
        return names == null ? List.of() : new ArrayList<>(names);
    }

    @Override
    public String readLink(String path) {
        String target = links.get(path);
        if (target == null) {
            throw new KustomizeException("readlink " + path + ": invalid argument");
        }
        return target;
    }

    /** Collects files, links and directories. */
    @API(status = API.Status.STABLE, since = "0.1")
    public static final class Builder {
        private final Map<String, byte[]> files = new TreeMap<>();
        private final Map<String, String> links = new TreeMap<>();
        private final TreeSet<String> empty = new TreeSet<>();

        private Builder() {}

        /** Adds a text file. */
        public Builder file(String path, String text) {
            return file(path, text.getBytes(StandardCharsets.UTF_8));
        }

        /** Adds a file of bytes. */
        public Builder file(String path, byte[] content) {
            files.put(Paths.clean("/" + path), content.clone());
            return this;
        }

        /** Adds a symbolic link. */
        public Builder link(String path, String target) {
            links.put(Paths.clean("/" + path), target);
            return this;
        }

        /** Adds a directory. */
        public Builder directory(String path) {
            empty.add(Paths.clean("/" + path));
            return this;
        }

        /** The tree. */
        public MemoryFileTree build() {
            return new MemoryFileTree(new TreeMap<>(files), new TreeMap<>(links), new TreeSet<>(empty));
        }
    }
}
