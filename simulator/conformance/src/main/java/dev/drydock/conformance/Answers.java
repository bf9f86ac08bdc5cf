package dev.drydock.conformance;

import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes what Drydock answered: trees as JSON Lines into a file, texts as files named as the expected ones below a folder.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Answers implements Interrogation.Listener, AutoCloseable {

    private final Path target;
    private @Nullable Writer lines;

    /** Writes to a file, or below a folder for a corpus of folders. */
    public Answers(Path target) {
        this.target = target;
    }

    /**
     * Writes one answer.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    @Override
    public void answered(Question question, Answer answer) {
        try {
            if (answer instanceof Answer.Files files) {
                write(files);
            } else {
                append(line(question, answer));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MapNode line(Question question, Answer answer) {
        MapNode.Builder line = MapNode.builder().put("id", question.id());
        if (answer instanceof Answer.Value value) {
            line.put("answer", value.answer()).putIfPresent("settled", value.settled());
        } else if (answer instanceof Answer.NotModelled gap) {
            line.put("notModelled", gap.feature());
        } else if (answer instanceof Answer.Failed failed) {
            line.put("answer", MapNode.of("failed", failed.problem()));
        }
        return line.build();
    }

    private void append(MapNode line) throws IOException {
        Writer open = lines;
        if (open == null) {
            Path file = Files.isDirectory(target) ? target.resolve("answers.jsonl") : target;
            createParent(file);
            open = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            lines = open;
        }
        open.write(JsonWriter.compact(line));
        open.write('\n');
    }

    private void write(Answer.Files answer) throws IOException {
        Files.createDirectories(target);
        for (var file : answer.files().entrySet()) {
            Path path = target.resolve(file.getKey()).normalize();
            if (!path.startsWith(target.normalize())) {
                throw new IOException(file.getKey() + " leaves " + target);
            }
            createParent(path);
            Files.writeString(path, file.getValue());
        }
    }

    private static void createParent(Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
