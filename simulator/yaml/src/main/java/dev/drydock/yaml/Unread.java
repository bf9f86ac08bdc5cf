package dev.drydock.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what one document holds that go-yaml takes no notice of. */
final class Unread {

    private static final String END = "...";

    private final Chunk chunk;
    private final List<Diagnostic> places;

    Unread(Chunk chunk, List<Diagnostic> places) {
        this.chunk = chunk;
        this.places = places;
    }

    void find(@Nullable SyntaxNode root) {
        if (root != null) {
            tags(root);
        }
        behindTheEnd();
    }

    private void tags(SyntaxNode node) {
        boolean isKnown = node.tag.isEmpty() || node.tag.equals("!");
        if (!isKnown && ScalarResolver.type(node.tag) == ScalarResolver.Type.OTHER && !isCollection(node.tag)) {
            add(node.location, "the tag " + written(node.tag) + " names no type of YAML, and would be ignored");
        }
        node.children.forEach(this::tags);
    }

    private static boolean isCollection(String tag) {
        return tag.equals("tag:yaml.org,2002:map") || tag.equals("tag:yaml.org,2002:seq");
    }

    private static String written(String tag) {
        String core = "tag:yaml.org,2002:";
        return tag.startsWith(core) ? "!!" + tag.substring(core.length()) : tag;
    }

    /** Three dots at the beginning of a line end a document wherever they stand, but only behind its first line. */
    private void behindTheEnd() {
        String[] lines = chunk.text().split("\n", -1);
        boolean hasContent = false;
        boolean isOver = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            boolean isEnd = line.startsWith(END) && (line.length() == END.length() || line.charAt(END.length()) <= ' ');
            String rest = isEnd ? line.substring(END.length()) : line;
            boolean saysSomething = !rest.isBlank() && !rest.strip().startsWith("#");
            isOver |= isEnd && hasContent;
            if (isOver && saysSomething) {
                int column = 1 + line.length() - rest.stripLeading().length();
                Location place = new Location(chunk.file(), chunk.firstLine() + i + 1, column);
                add(
                        place,
                        "stands behind the end of the document, \"...\", and would be ignored; begin a document with ---");
                return;
            }
            hasContent |= saysSomething && !isEnd && !line.startsWith("%");
        }
    }

    private void add(Location place, String message) {
        places.add(new Diagnostic(place, message, SourceLine.number(chunk.text(), place.line() - chunk.firstLine())));
    }
}
