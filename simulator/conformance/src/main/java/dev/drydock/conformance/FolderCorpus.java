package dev.drydock.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** A corpus of folders, each with a {@code case.yaml}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FolderCorpus implements Corpus {

    /** Makes the questions of one folder. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Opening {

        /**
         * The questions of the case in a folder, whose name is unique in the corpus.
         *
         * @throws IOException when a file of the case cannot be read
         */
        List<Question> open(Path folder) throws IOException;
    }

    private final String name;
    private final Opening opening;

    private FolderCorpus(String name, Opening opening) {
        this.name = name;
        this.opening = opening;
    }

    /** A corpus whose folders are read by {@code opening}. */
    public static FolderCorpus of(String name, Opening opening) {
        return new FolderCorpus(name, opening);
    }

    /** A corpus that no room answers yet. */
    public static FolderCorpus notModelled(String name, String feature) {
        return of(name, folder -> {
            String id = String.valueOf(folder.getFileName());
            return List.of(
                    new Question(id, name, () -> Answer.notModelled(feature), answer -> java.util.Optional.empty()));
        });
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Question> read(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        List<Question> questions = new ArrayList<>();
        try (Stream<Path> folders = Files.list(path)) {
            for (Path folder : folders.sorted().toList()) {
                if (Files.isRegularFile(folder.resolve("case.yaml"))) {
                    questions.addAll(opening.open(folder));
                }
            }
        }
        return questions;
    }
}
