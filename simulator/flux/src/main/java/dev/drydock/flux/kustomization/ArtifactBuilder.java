package dev.drydock.flux.kustomization;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.common.hash.Hashing;
import dev.drydock.flux.generator.ArtifactBuild;
import dev.drydock.flux.generator.GeneratorException;
import dev.drydock.flux.generator.KustomizationGenerator;
import dev.drydock.flux.repository.Content;
import dev.drydock.flux.sops.SopsDecryptor;
import dev.drydock.flux.sops.SopsException;
import dev.drydock.flux.sops.SourceDecryption;
import dev.drydock.flux.ssa.ObjectReader;
import dev.drydock.flux.substitution.PostBuildSubstitution;
import dev.drydock.flux.substitution.SubstitutionException;
import dev.drydock.flux.substitution.VariableSource;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.MemoryFileTree;
import dev.drydock.kustomize.Paths;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Generates, builds, substitutes and reads, as kustomize-controller does with an unpacked artifact. */
final class ArtifactBuilder implements Builder {

    /** Where the artifact is unpacked; the number varies in the real system. */
    static final String ROOT = "/tmp/kustomization-1000000000";

    /** Some messages of kustomize show where in the memory something is; it stands a name in them, and a number here. */
    private static final String PLACEHOLDER = "0xADDRESS";

    private static final String ADDRESS = "0xc000000000";

    private static final int LARGEST = 128 << 20;

    /**
     * Builds that were done: intervals and retries build the same again and again, also in forks. What is substituted depends
     * on the cluster and is not kept. An artifact weighs its characters, and what was built of it some thousand for each
     * object.
     */
    private static final Cache<Question, Answer> DONE = CacheBuilder.newBuilder()
            .maximumWeight(LARGEST)
            .weigher((Question question, Answer answer) -> question.artifact.size() / 2 + answer.weight())
            .build();

    private record Question(Content artifact, MapNode spec) {}

    /** What was built, or why nothing was. */
    private record Answer(@Nullable Built built, @Nullable BuildException refusal) {

        int weight() {
            return 1_000 + (built == null ? 0 : 4_000 * Math.min(built.objects().size(), 100_000));
        }

        Built get() {
            if (built != null) {
                return built;
            }
            throw Objects.requireNonNull(refusal);
        }
    }

    private final VariableSource variables;
    private final boolean strict;
    private final Supplier<RemoteBases> remotes;

    /**
     * A builder.
     *
     * @param variables where {@code substituteFrom} reads
     * @param strict whether a missing variable is an error
     * @param remotes what lies behind remote entries
     */
    ArtifactBuilder(VariableSource variables, boolean strict, Supplier<RemoteBases> remotes) {
        this.variables = variables;
        this.strict = strict;
        this.remotes = remotes;
    }

    @Override
    public Built build(KustomizationSpec spec, Content artifact, @Nullable SopsDecryptor decryptor) {
        MapNode own = spec.object().findMap("spec");
        PostBuildSubstitution substitution = own.find("postBuild") instanceof MapNode postBuild
                ? new PostBuildSubstitution(postBuild, spec.namespace(), variables, strict)
                : null;
        if (substitution != null || decryptor != null) {
            return build(own, artifact, substitution, decryptor, remotes.get());
        }
        Question question = new Question(artifact, own);
        Answer answer = DONE.getIfPresent(question);
        if (answer == null) {
            RemoteBases bases = remotes.get();
            answer = answer(question, bases);
            if (!bases.wereAsked()) {
                DONE.put(question, answer);
            }
        }
        return answer.get();
    }

    private static Answer answer(Question question, RemoteBases bases) {
        try {
            return new Answer(build(question.spec(), question.artifact(), null, null, bases), null);
        } catch (BuildException e) {
            return new Answer(null, e);
        }
    }

    private static Built build(
            MapNode spec,
            Content artifact,
            @Nullable PostBuildSubstitution substitution,
            @Nullable SopsDecryptor decryptor,
            RemoteBases bases) {
        FileTree tree = unpacked(artifact);
        String directory = Paths.clean(ROOT + "/" + Paths.clean("/" + spec.findText("path")));
        try {
            KustomizationGenerator.Generated generated = KustomizationGenerator.generate(tree, ROOT, directory, spec);
            FileTree sources = generated.into(tree, ROOT);
            String text = decryptor == null
                    ? ArtifactBuild.build(sources, ROOT, directory, substitution, UnaryOperator.identity(), bases)
                    : ArtifactBuild.build(
                            opened(sources, directory, decryptor),
                            ROOT,
                            directory,
                            substitution,
                            object -> Decryption.isDisabled(object) ? object : decryptor.open(object),
                            bases);
            ObjectReader.Result read = ObjectReader.read(text);
            String error = read.error();
            if (error != null) {
                throw new BuildException(error);
            }
            String digest =
                    Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
            return new Built(read.objects(), "sha256:" + digest);
        } catch (GeneratorException | SubstitutionException e) {
            throw new BuildException(String.valueOf(e.getMessage()).replace(PLACEHOLDER, ADDRESS));
        }
    }

    private static FileTree opened(FileTree sources, String directory, SopsDecryptor decryptor) {
        try {
            return SourceDecryption.of(sources, ROOT, directory, decryptor);
        } catch (SopsException e) {
            throw new BuildException("error decrypting sources: " + e.getMessage());
        }
    }

    /** The files of the artifact; links do not survive the unpacking. */
    private static FileTree unpacked(Content artifact) {
        MemoryFileTree.Builder files = MemoryFileTree.builder().directory(ROOT);
        artifact.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file) {
                files.file(ROOT + "/" + path, file.bytes());
            } else if (entry instanceof Content.Folder) {
                files.directory(ROOT + "/" + path);
            }
        });
        return files.build();
    }
}
