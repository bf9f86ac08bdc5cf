package dev.drydock.scenario.run;

import dev.drydock.yaml.Location;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that a person should know about a check or a request: what was expected, what was found, why, and what to do.
 *
 * @param verdict {@link Verdict#FAILED} or {@link Verdict#NOT_JUDGED}; {@link Verdict#HELD} for a check that held
 * @param title what was checked, in one line
 * @param location where the scenario says so
 * @param lines the details, each with its label: {@code expected}, {@code found}, {@code because} …
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Finding(Verdict verdict, String title, Location location, List<Line> lines) {

    /** The label of a line that a reader should see also when the finding holds. */
    public static final String NOTE = "note";

    /**
     * One labelled text, which may have several lines.
     *
     * @param label such as {@code expected}; empty for a line that continues the one before
     * @param text the text
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Line(String label, String text) {}

    /** A finding with a copy of the lines. */
    public Finding {
        lines = List.copyOf(lines);
    }

    /** What a reader should know also when the finding holds. */
    public List<String> notes() {
        return lines.stream()
                .filter(line -> line.label().equals(NOTE))
                .map(Line::text)
                .toList();
    }

    /** The lines below each other, labels in a column. */
    public String details() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            String label = String.format("%-10s", line.label());
            for (String part : line.text().stripTrailing().split("\n", -1)) {
                text.append(text.length() == 0 ? "" : "\n").append(label).append(part);
                label = " ".repeat(10);
            }
        }
        return text.toString();
    }
}
