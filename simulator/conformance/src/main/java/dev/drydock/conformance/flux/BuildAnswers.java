package dev.drydock.conformance.flux;

import dev.drydock.flux.acl.ObjectLookup;
import dev.drydock.flux.generator.ArtifactBuild;
import dev.drydock.flux.generator.GeneratorException;
import dev.drydock.flux.generator.KustomizationGenerator;
import dev.drydock.flux.generator.LocalPath;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.flux.substitution.PostBuildSubstitution;
import dev.drydock.flux.substitution.SubstitutionException;
import dev.drydock.flux.substitution.VariableSource;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import org.jspecify.annotations.Nullable;

/** Whole builds: the part kustomize-generator and the resource topics of envsubst. */
final class BuildAnswers {

    /** The artifact stands in a directory of its own, so that something can stand beside it. */
    private static final String OUTSIDE = "/outside";

    private static final String ROOT = OUTSIDE + "/artifact";

    private BuildAnswers() {}

    static Node localPath(MapNode in) {
        return MapNode.of("local", LocalPath.isLocalRelative(in.findText("path")));
    }

    static Node build(MapNode in) {
        FileTree tree = tree(in.findMap("files"));
        String directory = Paths.clean(ROOT + "/" + Paths.clean("/" + in.findText("path")));
        MapNode spec = in.findMap("spec");
        MapNode answer = MapNode.EMPTY;
        String step = "generate";
        try {
            KustomizationGenerator.Generated generated = KustomizationGenerator.generate(tree, ROOT, directory, spec);
            answer = MapNode.of("kustomizationFile", Paths.base(generated.path()), "kustomization", generated.text());
            step = "build";
            String text = ArtifactBuild.build(generated.into(tree, ROOT), ROOT, directory, substitution(in));
            return read(answer.with("build", text), text);
        } catch (GeneratorException | SubstitutionException e) {
            return answer.with("error", masked(String.valueOf(e.getMessage()))).with("step", step);
        }
    }

    private static Node read(MapNode answer, String text) {
        ObjectReader.Result result = ObjectReader.read(text);
        String error = result.error();
        return error != null
                ? answer.with("error", error).with("step", "read")
                : answer.with(
                        "objects",
                        ListNode.ofStrings(result.objects().stream()
                                .map(object -> ObjectMetadata.of(object).subject())
                                .toList()));
    }

    private static String masked(String text) {
        return text.replace(ROOT, "<root>").replace(OUTSIDE, "<outside>");
    }

    private static FileTree tree(MapNode files) {
        MemoryFileTree.Builder builder = MemoryFileTree.builder();
        builder.directory(ROOT);
        files.strings().forEach((name, text) -> {
            String path = Paths.clean(ROOT + "/" + name);
            if (name.endsWith("/")) {
                builder.directory(path);
            } else if (text.startsWith("->")) {
                builder.link(path, text.substring(2));
            } else {
                builder.file(path, text);
            }
        });
        return builder.build();
    }

    private static @Nullable PostBuildSubstitution substitution(MapNode in) {
        if (!(in.find("spec", "postBuild") instanceof MapNode postBuild)) {
            return null;
        }
        boolean strict = in.find("strict") == null || in.isTrue("strict");
        World world = World.of(in);
        VariableSource source = (kind, namespace, name) -> {
            ObjectLookup.Answer answer = world.read(new GroupVersionKind("", "v1", kind), namespace, name);
            return answer instanceof ObjectLookup.Found found
                    ? VariableSource.Read.of(found.object())
                    : VariableSource.Read.failed(((ObjectLookup.Failed) answer).error(), true);
        };
        return new PostBuildSubstitution(postBuild, "team", source, strict);
    }
}
