package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The data of config maps and secrets (pkg/apis/core/validation/validation.go). */
final class KeyedData {

    private static final String KEY = "[-._a-zA-Z0-9]+";
    private static final Pattern KEY_PATTERN = Pattern.compile(KEY);
    private static final String KEY_TEXT =
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
    private static final int LONGEST_KEY = 253;

    /** All values together may have this many bytes. */
    static final int MOST_BYTES = 1 << 20;

    private KeyedData() {}

    static void keys(MapNode object, String field, FieldErrors errors) {
        for (String key : new TreeSet<>(object.findMap(field).keys())) {
            String path = field + "[" + key + "]";
            if (key.length() > LONGEST_KEY) {
                errors.add(FieldError.invalid(path, key, "must be no more than " + LONGEST_KEY + " characters"));
            }
            if (!KEY_PATTERN.matcher(key).matches()) {
                errors.add(FieldError.invalid(
                        path, key, NameRules.regexError(KEY_TEXT, KEY, "key.name", "KEY_NAME", "key-name")));
            } else if (key.equals(".") || key.equals("..")) {
                errors.add(FieldError.invalid(path, key, "must not be '" + key + "'"));
            } else if (key.startsWith("..")) {
                errors.add(FieldError.invalid(path, key, "must not start with '..'"));
            }
        }
    }

    /** The bytes of a value that JSON holds as base64. */
    static byte[] bytes(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    /** The bytes of all values. */
    static long size(MapNode data, boolean base64) {
        long size = 0;
        for (Node value : data.values()) {
            String text = value.findText();
            size += base64 ? bytes(text).length : text.getBytes(StandardCharsets.UTF_8).length;
        }
        return size;
    }

    /** What is marked immutable changes neither its data nor the mark. */
    static void frozen(MapNode object, MapNode old, List<String> fields, FieldErrors errors) {
        if (!old.isTrue("immutable")) {
            return;
        }
        String text = "field is immutable when `immutable` is set";
        if (!object.isTrue("immutable")) {
            errors.add(FieldError.forbidden("immutable", text));
        }
        for (String field : fields) {
            if (!Objects.equals(object.findMap(field), old.findMap(field))) {
                errors.add(FieldError.forbidden(field, text));
            }
        }
    }
}
