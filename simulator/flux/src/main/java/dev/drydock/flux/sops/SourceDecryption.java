package dev.drydock.flux.sops;

import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.ForwardingFileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Opens the files that the kustomizations of a folder generate Secrets from or patch with
 * (kustomize-controller internal/decryptor/decryptor.go, DecryptSources).
 */
public final class SourceDecryption {

    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final int LARGEST = 5 << 20;

    private final FileTree tree;
    private final String root;
    private final SopsDecryptor decryptor;
    private final Map<String, byte[]> opened = new TreeMap<>();
    private final Set<String> visited = new HashSet<>();

    private SourceDecryption(FileTree tree, String root, SopsDecryptor decryptor) {
        this.tree = tree;
        this.root = root;
        this.decryptor = decryptor;
    }

    /**
     * The tree with opened files.
     *
     * @param root directory of the tree that holds the artifact
     * @param directory the directory that is built, absolute in the tree
     * @throws SopsException when a file cannot be opened
     */
    public static FileTree of(FileTree tree, String root, String directory, SopsDecryptor decryptor) {
        SourceDecryption sources = new SourceDecryption(tree, root, decryptor);
        sources.visit(directory);
        return sources.opened.isEmpty() ? tree : new OpenedTree(tree, sources.opened);
    }

    private void visit(String directory) {
        if (!visited.add(directory) || tree.kind(directory) != FileTree.Kind.DIRECTORY) {
            return;
        }
        List<String> found = NAMES.stream()
                .map(name -> Paths.join(directory, name))
                .filter(path -> tree.kind(path) == FileTree.Kind.FILE)
                .toList();
        if (found.size() != 1) {
            throw new SopsException(
                    found.isEmpty() ? "no kustomization file found" : "found multiple kustomization files");
        }
        MapNode file = read(found.get(0));
        for (Node generator : file.findList("secretGenerator")) {
            for (String source : generator.findList("files").strings()) {
                int equals = source.indexOf('=');
                String key = equals < 0 ? source : source.substring(0, equals);
                open(directory, source.substring(equals + 1), SopsFormat.ofPath(key));
            }
            for (String source : generator.findList("envs").strings()) {
                SopsFormat format = SopsFormat.ofPath(source);
                open(directory, source, format == SopsFormat.BINARY ? SopsFormat.DOTENV : format);
            }
        }
        for (Node patch : file.findList("patches")) {
            String path = patch.findText("path");
            if (!path.isEmpty() && !path.contains("://")) {
                open(directory, path, SopsFormat.ofPath(path));
            }
        }
        for (String list : List.of("resources", "components")) {
            for (String entry : file.findList(list).strings()) {
                visit(confined(directory, entry));
            }
        }
    }

    private MapNode read(String path) {
        try {
            List<Node> documents =
                    YamlReader.readAll(new String(tree.read(path), StandardCharsets.UTF_8), path, YamlMode.KUBERNETES);
            return !documents.isEmpty() && documents.get(0) instanceof MapNode map ? map : MapNode.EMPTY;
        } catch (YamlException e) {
            throw new SopsException("failed to unmarshal kustomization file from '" + path + "': " + e.getMessage());
        }
    }

    private void open(String directory, String entry, SopsFormat format) {
        String path = confined(directory, entry);
        if (opened.containsKey(path)) {
            return;
        }
        switch (tree.kind(path)) {
            case MISSING ->
                throw new SopsException("lstat " + path.substring(Math.min(path.length(), root.length() + 1))
                        + ": no such file or directory");
            case FILE -> {
                byte[] content = tree.read(path);
                if (content.length > LARGEST) {
                    throw new SopsException("cannot decrypt file with size (" + content.length
                            + " bytes) exceeding limit (" + LARGEST + ")");
                }
                byte[] plain = decryptor.openFile(content, format);
                if (plain != content) {
                    opened.put(path, plain);
                }
            }
            default -> throw new SopsException("cannot decrypt irregular file as it has file mode type bits set");
        }
    }

    /** The path of an entry; one that leads out of the artifact ends at its root. */
    private String confined(String directory, String entry) {
        String inside = directory.substring(Math.min(directory.length(), root.length()));
        return Paths.clean(root + Paths.clean("/" + inside + "/" + entry));
    }

    /** A tree in which some files have other content. */
    private record OpenedTree(FileTree tree, Map<String, byte[]> opened) implements ForwardingFileTree {

        @Override
        public byte[] read(String path) {
            byte[] content = opened.get(path);
            return content == null ? tree.read(path) : content.clone();
        }
    }
}
