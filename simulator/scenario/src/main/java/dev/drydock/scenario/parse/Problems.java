package dev.drydock.scenario.parse;

import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file, each with the line of the text in which it is. */
final class Problems {

    private final String text;
    private final List<Diagnostic> found = new ArrayList<>();

    Problems(String text) {
        this.text = text;
    }

    /** A problem at a place. */
    void add(Location place, String message) {
        String source = place.line() < 1
                ? ""
                : text.lines().skip(place.line() - 1).findFirst().orElse("");
        found.add(new Diagnostic(place, message, shortened(source)));
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
