package dev.drydock.kustomize.fuzz;

import dev.drydock.kustomize.ForwardingFileTree;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.drydock.kustomize.BuildOptions;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.MemoryFileTree;
import java.util.List;

/** Any tree of files, with links: a result or a {@link KustomizeException}, and no file outside the tree. */
class BuildFuzz {

    private static final String OBJECTS =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: cm}\ndata: {a: b}\n---\napiVersion: apps/v1\n"
                    + "kind: Deployment\nmetadata: {name: web}\nspec: {template: {spec: {containers: [{name: c, image: i:1}]}}}\n";

    /** Asks about nothing but absolute, clean paths. */
    private record Watched(FileTree tree) implements ForwardingFileTree {
        @Override
        public Kind kind(String path) {
            if (!path.startsWith("/") || List.of(path.split("/", -1)).contains("..")) {
                throw new IllegalStateException("left the root: " + path);
            }
            return tree.kind(path);
        }

        @Override
        public byte[] read(String path) {
            kind(path);
            return tree.read(path);
        }
    }

    @FuzzTest(maxDuration = "5m")
    void ends_with_a_result_or_an_error(FuzzedDataProvider data) {
        MemoryFileTree.Builder files = MemoryFileTree.builder()
                .file("objects.yaml", OBJECTS)
                .link("link", data.consumeString(20))
                .file("kustomization.yaml", "resources: [objects.yaml]\n" + data.consumeString(600))
                .file("base/kustomization.yaml", data.consumeString(200))
                .file("p.yaml", data.consumeString(200))
                .file("more.yaml", data.consumeBytes(200));
        boolean flux = data.consumeBoolean();
        try {
            KustomizeBuild.of(new Watched(files.build()))
                    .with(flux ? BuildOptions.flux("/") : BuildOptions.command())
                    .build("/" + data.consumeRemainingAsString());
        } catch (KustomizeException e) {
            // the only way to fail
        }
    }
}
