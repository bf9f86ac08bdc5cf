package dev.drydock.scenario.parse;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file, each with the line of the text in which it is. */
final class Problems {

    private final String[] lines;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(String text) {
        this.lines = text.split("\r?\n", -1);
    }

    /** A problem at a place. */
    void add(Location place, String message) {
        int line = place.line();
        String source = line >= 1 && line <= lines.length ? shortened(lines[line - 1]) : "";
        found.add(new Diagnostic(place, message, source));
    }

    private static String shortened(String line) {
        return line.length() <= 240 ? line : line.substring(0, 240);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The problems in the order of the text. */
    List<Diagnostic> all() {
        List<Diagnostic> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.<Diagnostic>comparingInt(d -> d.location().line())
                .thenComparingInt(d -> d.location().column()));
        return List.copyOf(sorted);
    }
}
