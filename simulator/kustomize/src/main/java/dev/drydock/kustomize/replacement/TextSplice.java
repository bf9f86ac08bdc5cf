package dev.drydock.kustomize.replacement;

import dev.drydock.kustomize.field.SourceYaml;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Scalars replaced in the text that they were read from, so that comments and flow style stay, which trees do not keep.
 */
final class TextSplice {

    private record Change(ScalarNode old, ScalarNode next) {}

    private final List<Change> changes = new ArrayList<>();
    private boolean possible = true;

    /** Notes that a scalar gets another text. */
    void replace(ScalarNode old, ScalarNode next) {
        possible &= old.location().isKnown();
        changes.add(new Change(old, next));
    }

    /** Notes that something happened which no splice can do. */
    void giveUp() {
        possible = false;
    }

    /** The text with all changes, or null when one cannot be found in it. */
    @Nullable
    String apply(String text) {
        if (!possible) {
            return null;
        }
        List<Change> fromTheEnd = new ArrayList<>(changes);
        fromTheEnd.sort(Comparator.comparing((Change c) -> offset(text, c.old.location()))
                .reversed());
        StringBuilder spliced = new StringBuilder(text);
        for (Change change : fromTheEnd) {
            int at = offset(text, change.old.location());
            String source = SourceYaml.scalar(change.old);
            if (at < 0 || source.isEmpty() || !text.startsWith(source, at) || source.indexOf('\n') >= 0) {
                return null;
            }
            spliced.replace(at, at + source.length(), SourceYaml.scalar(change.next));
        }
        return spliced.toString();
    }

    private static int offset(String text, Location location) {
        int line = 0;
        for (int i = 1; i < location.line(); i++) {
            line = text.indexOf('\n', line) + 1;
            if (line == 0) {
                return -1;
            }
        }
        return line + location.column() - 1;
    }
}
