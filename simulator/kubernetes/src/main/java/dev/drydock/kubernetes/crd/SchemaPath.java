package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simple JSON path followed into a schema (apiserver/schema/cel/validation.go, ValidFieldPath).
 *
 * @param path the path as errors show it
 * @param schema the schema of what it points to
 * @param problem why it points nowhere, null when it points somewhere
 */
record SchemaPath(String path, MapNode schema, @Nullable String problem) {

    private static final String NOWHERE = "does not refer to a valid field";
    private static final String END = "unexpected end of JSON path";

    static SchemaPath find(String json, MapNode schema, boolean brackets) {
        List<String> tokens = tokens(json);
        SchemaPath at = new SchemaPath("", schema, null);
        int next = 0;
        while (next < tokens.size() && at.problem == null) {
            String token = tokens.get(next++);
            if (token.equals("[")) {
                if (!brackets) {
                    return wrong("array notation is not allowed");
                }
                if (next == tokens.size()) {
                    return wrong(END);
                }
                String quoted = tokens.get(next++);
                if (quoted.length() < 2 || !quoted.startsWith("'") || !quoted.endsWith("'")) {
                    return wrong("expected single quoted string but got " + quoted);
                }
                at = at.step(unescaped(quoted.substring(1, quoted.length() - 1)));
                if (at.problem == null && next == tokens.size()) {
                    return wrong(END);
                }
                if (at.problem == null && !tokens.get(next).equals("]")) {
                    return wrong("expected ] but got " + tokens.get(next));
                }
                next++;
            } else if (token.equals(".")) {
                at = next == tokens.size() ? wrong(END) : at.step(tokens.get(next++));
            } else {
                return wrong("expected [ or . but got: " + token);
            }
        }
        return at;
    }

    private static SchemaPath wrong(String problem) {
        return new SchemaPath("", MapNode.EMPTY, problem);
    }

    private SchemaPath step(String name) {
        if (!schema.findMap("properties").isEmpty()) {
            return schema.findMap("properties").get(name) instanceof MapNode property
                    ? new SchemaPath(Paths.child(path, name), property, null)
                    : wrong(NOWHERE);
        }
        if (Parts.has(schema, "additionalProperties")) {
            return new SchemaPath(Paths.key(path, name), schema.findMap("additionalProperties"), null);
        }
        return wrong(NOWHERE);
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c == '\\' && i + 1 < text.length() ? text.charAt(++i) : c);
        }
        return plain.toString();
    }

    /** Dots, brackets, and what stands between them; quoted texts are whole. */
    private static List<String> tokens(String json) {
        List<String> tokens = new ArrayList<>();
        int start = 0;
        while (start < json.length()) {
            char first = json.charAt(start);
            int end = start + 1;
            if (first == '\'') {
                while (end < json.length() && (json.charAt(end) != '\'' || json.charAt(end - 1) == '\\')) {
                    end++;
                }
                end = Math.min(end + 1, json.length());
            } else if (first != '.' && first != '[' && first != ']') {
                while (end < json.length() && ".[]".indexOf(json.charAt(end)) < 0) {
                    end++;
                }
            }
            tokens.add(json.substring(start, end));
            start = end;
        }
        return tokens;
    }
}
