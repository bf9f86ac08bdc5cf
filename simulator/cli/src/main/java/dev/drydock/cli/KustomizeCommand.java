package dev.drydock.cli;

import dev.drydock.kustomize.BuildResult;
import dev.drydock.kustomize.FileTree;
import dev.drydock.kustomize.KustomizeBuild;
import dev.drydock.kustomize.KustomizeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** kustomize without a cluster. */
@Command(
        name = "kustomize",
        mixinStandardHelpOptions = true,
        description = "kustomize without a cluster.",
        subcommands = KustomizeCommand.Build.class,
        synopsisSubcommandLabel = "build")
final class KustomizeCommand {

    /** {@code kustomize build}. */
    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = "Prints what kustomize build prints for a folder.")
    static final class Build implements Callable<Integer> {

        private final Console console;

        @Parameters(index = "0", arity = "0..1", paramLabel = "DIR", description = "The folder (default: here).")
        private Path directory = Path.of(".");

        @Option(
                names = "--root",
                paramLabel = "DIR",
                description = "Nothing outside this folder is read (default: the repository that holds DIR, else the "
                        + "working folder).")
        private @Nullable Path root;

        Build(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() throws IOException {
            if (!Files.exists(directory)) {
                throw new NoSuchFileException(directory.toString());
            }
            if (!Files.isDirectory(directory)) {
                throw new NotDirectoryException(directory.toString());
            }
            Path real = directory.toRealPath();
            Path top = root == null ? rootOf(real) : root.toRealPath();
            if (!real.startsWith(top)) {
                throw new BadInputException(directory + " does not lie below --root " + root);
            }
            String inside = "/" + top.relativize(real).toString().replace('\\', '/');
            try {
                BuildResult result = KustomizeBuild.of(FileTree.onDisk(top)).build(inside);
                result.warnings().forEach(warning -> console.problem("warning: " + warning));
                console.out().print(result.text());
                return 0;
            } catch (KustomizeException e) {
                throw new BadInputException(String.valueOf(e.getMessage()));
            }
        }

        private static Path rootOf(Path directory) throws IOException {
            for (Path folder = directory; folder != null; folder = folder.getParent()) {
                if (Files.exists(folder.resolve(".git"))) {
                    return folder;
                }
            }
            Path here = Path.of("").toRealPath();
            return directory.startsWith(here) ? here : directory;
        }
    }
}
