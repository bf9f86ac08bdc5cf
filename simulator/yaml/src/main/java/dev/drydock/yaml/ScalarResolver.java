package dev.drydock.yaml;

import java.math.BigInteger;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives plain scalars their values as resolve.go of go-yaml v2 (Kubernetes) and v3 (kustomize) does. */
final class ScalarResolver {

    static final String TAG_PREFIX = "tag:yaml.org,2002:";

    /** The types of the YAML tag repository that matter; the names are those of the short tags. */
    enum Type {
        STR,
        BOOL,
        INT,
        FLOAT,
        NULL,
        TIMESTAMP,
        BINARY,
        MERGE,
        OTHER;

        String tag() {
            return "!!" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A value with the type it was resolved to.
     *
     * @param value null, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double} (also infinite) or
     *     {@code String}; the text for timestamps
     */
    record Resolved(Type type, @Nullable Object value) {}

    /** A tag and a text that do not fit together. */
    static final class MismatchException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MismatchException(String message) {
            super(message, null, false, false);
        }
    }

    private static final Map<String, Type> TAGS = Map.of(
            "str", Type.STR,
            "bool", Type.BOOL,
            "int", Type.INT,
            "float", Type.FLOAT,
            "null", Type.NULL,
            "timestamp", Type.TIMESTAMP,
            "binary", Type.BINARY,
            "merge", Type.MERGE);
    private static final Map<String, Resolved> WORDS = words();
    private static final Map<String, Boolean> BOOLEANS_OF_1_1 = Map.ofEntries(
            Map.entry("y", true),
            Map.entry("Y", true),
            Map.entry("yes", true),
            Map.entry("Yes", true),
            Map.entry("YES", true),
            Map.entry("on", true),
            Map.entry("On", true),
            Map.entry("ON", true),
            Map.entry("n", false),
            Map.entry("N", false),
            Map.entry("no", false),
            Map.entry("No", false),
            Map.entry("NO", false),
            Map.entry("off", false),
            Map.entry("Off", false),
            Map.entry("OFF", false));
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final BigInteger UNSIGNED_LIMIT = BigInteger.ONE.shiftLeft(64);

    private final boolean v2;

    ScalarResolver(YamlMode mode) {
        this.v2 = mode == YamlMode.KUBERNETES;
    }

    private static Map<String, Resolved> words() {
        Map<String, Resolved> words = new java.util.HashMap<>();
        for (String word : new String[] {"", "~", "null", "Null", "NULL"}) {
            words.put(word, new Resolved(Type.NULL, null));
        }
        for (String word : new String[] {"true", "True", "TRUE"}) {
            words.put(word, new Resolved(Type.BOOL, true));
        }
        for (String word : new String[] {"false", "False", "FALSE"}) {
            words.put(word, new Resolved(Type.BOOL, false));
        }
        for (String word : new String[] {"nan", "NaN", "NAN"}) {
            words.put("." + word, new Resolved(Type.FLOAT, Double.NaN));
        }
        for (String word : new String[] {".inf", ".Inf", ".INF"}) {
            words.put(word, new Resolved(Type.FLOAT, Double.POSITIVE_INFINITY));
            words.put("+" + word, new Resolved(Type.FLOAT, Double.POSITIVE_INFINITY));
            words.put("-" + word, new Resolved(Type.FLOAT, Double.NEGATIVE_INFINITY));
        }
        return words;
    }

    /** The type that a written tag names. */
    static Type type(String tag) {
        if (!tag.startsWith(TAG_PREFIX)) {
            return Type.OTHER;
        }
        return TAGS.getOrDefault(tag.substring(TAG_PREFIX.length()), Type.OTHER);
    }

    /**
     * The value of a scalar as it was written.
     *
     * @throws MismatchException when the tag does not allow the text; the message is go-yaml's
     */
    Resolved resolve(String tag, String text, boolean plain) {
        boolean noTag = tag.isEmpty() || (tag.equals("!") && !v2);
        if (noTag) {
            return plain ? plain(text, true) : new Resolved(Type.STR, text);
        }
        Type wanted = type(tag);
        switch (wanted) {
            case STR -> {
                return new Resolved(Type.STR, text);
            }
            case BINARY -> {
                return new Resolved(Type.STR, decode(text));
            }
            case OTHER, MERGE -> {
                return new Resolved(Type.OTHER, text);
            }
            default -> {}
        }
        Resolved found = plain(text, wanted == Type.TIMESTAMP);
        if (found.type() == wanted) {
            return found;
        }
        if (wanted == Type.FLOAT && found.value() instanceof Long number) {
            return new Resolved(Type.FLOAT, (double) number);
        }
        throw new MismatchException("cannot decode " + found.type().tag() + " `" + text + "` as a " + wanted.tag());
    }

    private static String decode(String text) {
        try {
            String joined = text.replace("\n", "").replace("\r", "");
            return new String(Base64.getDecoder().decode(joined), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new MismatchException("!!binary value contains invalid base64 data");
        }
    }

    /** The value of a text without quotes and tag. */
    Resolved plain(String text, boolean timestamps) {
        Resolved word = WORDS.get(text);
        if (word != null) {
            return word;
        }
        Boolean bool = v2 ? BOOLEANS_OF_1_1.get(text) : null;
        if (bool != null) {
            return new Resolved(Type.BOOL, bool);
        }
        char c = text.charAt(0);
        if (c == '.') {
            return FLOAT.matcher(text).matches() ? real(text, text) : new Resolved(Type.STR, text);
        }
        if (c != '+' && c != '-' && (c < '0' || c > '9')) {
            return new Resolved(Type.STR, text);
        }
        if (timestamps) {
            String time = Timestamp.normalize(text);
            if (time != null) {
                return new Resolved(Type.TIMESTAMP, v2 ? text : time);
            }
        }
        String digits = text.replace("_", "");
        Object integer = integer(digits);
        if (integer != null) {
            return new Resolved(Type.INT, integer);
        }
        return FLOAT.matcher(digits).matches() ? real(digits, text) : new Resolved(Type.STR, text);
    }

    private static Resolved real(String digits, String text) {
        double value = Double.parseDouble(digits);
        return Double.isInfinite(value) ? new Resolved(Type.STR, text) : new Resolved(Type.FLOAT, value);
    }

    /** As strconv.ParseInt and then ParseUint with base 0; null when the text is no integer of 64 bits. */
    static @Nullable Object integer(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String digits = signed ? text.substring(1) : text;
        int radix = 10;
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            char second = digits.charAt(1);
            radix = switch (second) {
                case 'x', 'X' -> 16;
                case 'b', 'B' -> 2;
                default -> 8;
            };
            boolean letter = radix != 8 || second == 'o' || second == 'O';
            digits = digits.substring(letter ? 2 : 1);
        }
        if (digits.isEmpty() || digits.length() > 66) {
            // more digits than 64 binary ones only count when they are leading zeros
            digits = digits.replaceFirst("^0+(?=.)", "");
            if (digits.isEmpty() || digits.length() > 66) {
                return null;
            }
        }
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), radix) < 0) {
                return null;
            }
        }
        BigInteger value = new BigInteger(digits, radix);
        if (text.startsWith("-")) {
            value = value.negate();
        }
        if (value.bitLength() < 64) {
            return value.longValue();
        }
        return !signed && value.compareTo(UNSIGNED_LIMIT) < 0 ? value : null;
    }
}
