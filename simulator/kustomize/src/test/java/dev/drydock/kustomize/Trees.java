package dev.drydock.kustomize;

import java.util.Map;
import java.util.TreeMap;

/** Small trees for tests: names and texts in turn. */
public final class Trees {

    private Trees() {}

    /** A tree of files; single quotes stand for themselves. */
    public static FileTree of(String... namesAndTexts) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return FileTree.ofTexts(files);
    }

    /** What a kustomization makes of objects, in their order. */
    public static String build(String kustomization, String objects) {
        return build(
                Trees.of("kustomization.yaml", "resources: [objects.yaml]\n" + kustomization, "objects.yaml", objects));
    }

    /** What the root of a tree builds to, without reordering. */
    public static String build(FileTree tree) {
        return KustomizeBuild.of(tree)
                .with(BuildOptions.command().withOrder(BuildOptions.Order.NONE))
                .build("/")
                .text();
    }
}
