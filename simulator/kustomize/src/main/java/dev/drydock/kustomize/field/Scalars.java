package dev.drydock.kustomize.field;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.ScalarNode.Style;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/** Scalars as kyaml changes them: text, tag and quoting are three things there, and a change may touch one alone. */
public final class Scalars {

    private Scalars() {}

    /** The text of a scalar as it is written, empty for everything else. */
    public static String text(@Nullable Node node) {
        return node instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** The text of a scalar that is not null, empty for everything else; kyaml's GetValue. */
    public static String value(@Nullable Node node) {
        return isMissingOrNull(node) ? "" : text(node);
    }

    /** Whether there is no node or the null scalar. */
    public static boolean isMissingOrNull(@Nullable Node node) {
        return node == null || node.isNull();
    }

    /** Whether there is nothing in a node: missing, null, an empty map or list. */
    public static boolean isNilOrEmpty(@Nullable Node node) {
        if (node instanceof MapNode map) {
            return map.isEmpty();
        }
        if (node instanceof ListNode list) {
            return list.isEmpty();
        }
        return isMissingOrNull(node);
    }

    /** Whether the scalar stands in quotes or in a block. */
    public static boolean isQuoted(ScalarNode scalar) {
        return scalar.style() != Style.PLAIN;
    }

    /** Whether the tag is that of a string; a date is read as a string with another spelling. */
    public static boolean isText(ScalarNode scalar) {
        return scalar.value() instanceof String text && (isQuoted(scalar) || text.equals(scalar.text()));
    }

    /** A string, whatever it looks like: in quotes when YAML 1.1 would read something else, in a block when it has lines. */
    public static ScalarNode string(String text) {
        if (text.indexOf('\n') >= 0) {
            return ScalarNode.read(text, text, Style.LITERAL, Location.NONE);
        }
        return meansSomethingElse(text)
                ? ScalarNode.read(text, text, Style.DOUBLE_QUOTED, Location.NONE)
                : ScalarNode.of(text);
    }

    private static boolean meansSomethingElse(String text) {
        return !text.isEmpty() && (PlainText.isOldBoolean(text) || !isText(untagged(text)));
    }

    /** A plain scalar without a tag: it means what it looks like. */
    public static ScalarNode untagged(String text) {
        if (looksLikeText(text)) {
            return ScalarNode.of(text);
        }
        try {
            return YamlReader.read(text, "", YamlMode.KUSTOMIZE) instanceof ScalarNode read
                            && read.style() == Style.PLAIN
                            && read.text().equals(text)
                    ? ScalarNode.read(read.value(), text, Style.PLAIN, Location.NONE)
                    : ScalarNode.of(text);
        } catch (YamlException e) {
            return ScalarNode.of(text);
        }
    }

    private static boolean looksLikeText(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char c = text.charAt(0);
        return "0123456789+-.~ntfNTF".indexOf(c) < 0 || text.indexOf('\n') >= 0 || text.length() > 64;
    }

    /** An untagged text in the place of an old scalar, whose quoting it takes over. */
    public static ScalarNode inPlaceOf(@Nullable Node old, String text) {
        if (old == null) {
            return string(text);
        }
        if (old instanceof ScalarNode scalar && isQuoted(scalar)) {
            return ScalarNode.read(text, text, scalar.style(), Location.NONE);
        }
        return untagged(text);
    }

    /** A string in the place of an old scalar, whose quoting it takes over. */
    public static ScalarNode stringInPlaceOf(@Nullable Node old, String text) {
        return old instanceof ScalarNode scalar
                ? ScalarNode.read(text, text, scalar.style(), Location.NONE)
                : string(text);
    }

    /**
     * The old scalar with another text; its tag and quoting stay.
     *
     * @throws KustomizeException when a text cannot be read as the old tag
     */
    public static ScalarNode withText(ScalarNode old, String text) {
        Object value = old.value();
        if (isQuoted(old) || isText(old)) {
            return ScalarNode.read(text, text, old.style(), Location.NONE);
        }
        ScalarNode read = untagged(text);
        Object next = read.value();
        String tag = tag(old);
        if (tag(read).equals(tag)) {
            return read;
        }
        if (value instanceof Double && next instanceof Number number) {
            return ScalarNode.read(number.doubleValue(), text, Style.PLAIN, Location.NONE);
        }
        throw new KustomizeException("yaml: cannot decode " + tag(read) + " `" + text + "` as a " + tag);
    }

    /** The short tag of a scalar. */
    public static String tag(ScalarNode scalar) {
        Object value = scalar.value();
        if (value == null) {
            return "!!null";
        }
        if (value instanceof Boolean) {
            return "!!bool";
        }
        if (value instanceof Double) {
            return "!!float";
        }
        if (value instanceof Number) {
            return "!!int";
        }
        return isText(scalar) ? "!!str" : "!!timestamp";
    }
}
