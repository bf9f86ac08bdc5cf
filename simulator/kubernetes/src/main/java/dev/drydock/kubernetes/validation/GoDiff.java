package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** The differences of two values as error texts show them: a unified diff of their JSON (apimachinery, util/diff). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class GoDiff {

    private static final int CONTEXT = 3;

    private GoDiff() {}

    /** The unified diff of two values in their internal form, without file names, with three lines around each change. */
    public static String of(Node before, Node after) {
        List<String> a = lines(before);
        List<String> b = lines(after);
        StringBuilder out = new StringBuilder();
        for (List<LineMatcher.Edit> group : new LineMatcher(a, b).groups(CONTEXT)) {
            LineMatcher.Edit first = group.get(0);
            LineMatcher.Edit last = group.get(group.size() - 1);
            out.append("@@ -")
                    .append(range(first.fromA(), last.toA()))
                    .append(" +")
                    .append(range(first.fromB(), last.toB()))
                    .append(" @@\n");
            group.forEach(edit -> write(out, edit, a, b));
        }
        return out.toString();
    }

    private static void write(StringBuilder out, LineMatcher.Edit edit, List<String> a, List<String> b) {
        if (edit.isEqual()) {
            write(out, ' ', a.subList(edit.fromA(), edit.toA()));
        } else {
            write(out, '-', a.subList(edit.fromA(), edit.toA()));
            write(out, '+', b.subList(edit.fromB(), edit.toB()));
        }
    }

    private static void write(StringBuilder out, char sign, List<String> lines) {
        lines.forEach(line -> out.append(sign).append(line).append('\n'));
    }

    private static String range(int start, int stop) {
        int length = stop - start;
        if (length == 1) {
            return Integer.toString(start + 1);
        }
        return (length == 0 ? start : start + 1) + "," + length;
    }

    private static List<String> lines(Node value) {
        StringBuilder text = new StringBuilder();
        print(text, value, 0);
        return new ArrayList<>(List.of(text.toString().split("\n", -1)));
    }

    /** Go's indented JSON, one blank a level. */
    private static void print(StringBuilder out, Node value, int depth) {
        if (value instanceof MapNode map && !map.isEmpty()) {
            String[] separator = {"{\n"};
            map.forEach((key, child) -> {
                out.append(separator[0])
                        .append(" ".repeat(depth + 1))
                        .append(JsonWriter.go(Node.of(key)))
                        .append(": ");
                print(out, child, depth + 1);
                separator[0] = ",\n";
            });
            out.append('\n').append(" ".repeat(depth)).append('}');
        } else if (value instanceof ListNode list && !list.isEmpty()) {
            String separator = "[\n";
            for (Node item : list) {
                out.append(separator).append(" ".repeat(depth + 1));
                print(out, item, depth + 1);
                separator = ",\n";
            }
            out.append('\n').append(" ".repeat(depth)).append(']');
        } else {
            out.append(JsonWriter.go(value));
        }
    }
}
