package dev.drydock.helm.schema;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schema at one value: where it is, what it asks for and what has been found so far. */
final class Visit {

    private final MapNode keywords;
    private final String place;
    private final Evaluated evaluated;
    private final List<Problem> problems = new ArrayList<>();

    Visit(MapNode keywords, String place, Evaluated evaluated) {
        this.keywords = keywords;
        this.place = place;
        this.evaluated = evaluated;
    }

    MapNode keywords() {
        return keywords;
    }

    /** JSON pointer of the value. */
    String place() {
        return place;
    }

    String place(String property) {
        return Problem.below(place, property);
    }

    String place(int item) {
        return place + "/" + item;
    }

    Evaluated evaluated() {
        return evaluated;
    }

    /** Notes a problem, if there is one. */
    void add(@Nullable Problem problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }

    void add(String message) {
        problems.add(Problem.of(place, message));
    }

    void add(String message, List<Problem> causes) {
        problems.add(new Problem(place, message, causes, Problem.Kind.PLAIN));
    }

    /** All that was found as one problem, or null. */
    @Nullable
    Problem problem() {
        if (problems.size() <= 1) {
            return problems.isEmpty() ? null : problems.get(0);
        }
        return new Problem(place, "validation failed", problems, Problem.Kind.GROUP);
    }
}
