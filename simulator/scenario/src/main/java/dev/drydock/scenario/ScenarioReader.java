package dev.drydock.scenario;

import dev.drydock.scenario.parse.DocumentParser;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.DuplicateKey;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.Parsed;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Reads scenario files. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ScenarioReader {

    private ScenarioReader() {}

    /**
     * The scenarios of a file, one a document. A symbolic link is followed: the folder of the scenario is that of the file itself.
     *
     * @throws YamlException with every problem of the file, each with its place and what would be right
     * @throws IOException when the file cannot be read at all
     */
    public static List<Scenario> read(Path named) throws IOException {
        Path file = Files.isSymbolicLink(named) ? named.toRealPath() : named;
        String shown = file.toString();
        String text = TextFiles.read(file, shown);
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        int slash = Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\'));
        return read(text, shown, folder == null ? absolute : folder, shown.substring(0, slash + 1));
    }

    /** The JSON Schema of scenario files, for editors. */
    public static String schema() {
        try (InputStream schema = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
            if (schema == null) {
                throw new IllegalStateException("scenario.schema.json is not on the path of the module");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("scenario.schema.json", e);
        }
    }

    private static List<Scenario> read(String text, String shown, Path folder, String shownFolder) {
        Parsed parsed = YamlReader.parseAll(text, shown, YamlMode.KUBERNETES);
        if (parsed.documents().isEmpty()) {
            throw new YamlException(
                    Diagnostic.of(
                            new Location(shown, 1, 1),
                            "the file holds no scenario; a document with apiVersion: drydock.dev/v1alpha1 and kind: Scenario is expected"));
        }
        if (!parsed.duplicates().isEmpty()) {
            throw new YamlException(duplicates(parsed.duplicates(), text));
        }
        List<Diagnostic> unread = YamlReader.unread(text, shown);
        if (!unread.isEmpty()) {
            throw new YamlException(unread);
        }
        return DocumentParser.parse(parsed.documents(), text, folder, shownFolder);
    }

    private static List<Diagnostic> duplicates(List<DuplicateKey> keys, String text) {
        String[] lines = text.split("\r?\n", -1);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (DuplicateKey key : keys) {
            int line = key.location().line();
            diagnostics.add(new Diagnostic(
                    key.location(),
                    "duplicate key \"" + key.key() + "\"; line " + key.first().line() + " has it already",
                    line >= 1 && line <= lines.length ? lines[line - 1] : ""));
        }
        return diagnostics;
    }
}
