package dev.drydock.yaml;

import dev.drydock.yaml.ScalarNode.Style;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Chooses the style of a scalar and writes it (go-yaml's encode.go and emitterc.go). */
final class ScalarWriter {

    /** Numbers in base 60 are quoted for readers of YAML 1.1, although go-yaml itself takes them as text. */
    private static final Pattern BASE_60 = Pattern.compile("[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?");

    /** Columns behind which a line is broken. */
    static final int WIDTH = 80;

    private static final ScalarResolver RESOLVER = new ScalarResolver(YamlMode.KUBERNETES);
    private static final String HEX = "0123456789ABCDEF";

    private final EmitterOutput out;
    private final int width;

    ScalarWriter(EmitterOutput out, int width) {
        this.out = out;
        this.width = width;
    }

    void write(ScalarNode node, int indent, boolean simpleKey) {
        Object value = node.value();
        if (!(value instanceof String text)) {
            plain(value instanceof Number number ? number(number) : String.valueOf(value));
            return;
        }
        switch (style(text, simpleKey)) {
            case LITERAL, FOLDED -> literal(text, indent);
            case SINGLE_QUOTED -> singleQuoted(text, indent, !simpleKey);
            case DOUBLE_QUOTED -> doubleQuoted(text, indent, !simpleKey);
            case PLAIN -> {
                if (simpleKey || text.length() <= width / 2) {
                    plain(text);
                } else {
                    foldedPlain(text, indent);
                }
            }
        }
    }

    /** Integers beyond 64 bits are floating-point numbers to go-yaml. */
    private static String number(Number number) {
        if (number instanceof BigInteger big && (big.signum() < 0 || big.bitLength() > 64)) {
            return GoNumbers.general(big.doubleValue());
        }
        return number instanceof Double real ? GoNumbers.general(real) : number.toString();
    }

    private Style style(String text, boolean simpleKey) {
        ScalarTraits traits = ScalarTraits.of(text);
        Style style;
        if (text.indexOf('\n') >= 0) {
            style = Style.LITERAL;
        } else {
            style = readsAsText(text) ? Style.PLAIN : Style.DOUBLE_QUOTED;
        }
        if (simpleKey && traits.multiline()) {
            style = Style.DOUBLE_QUOTED;
        }
        if (style == Style.PLAIN && (!traits.plain() || (text.isEmpty() && simpleKey))) {
            style = Style.SINGLE_QUOTED;
        }
        if (style == Style.SINGLE_QUOTED && !traits.singleQuoted()) {
            style = Style.DOUBLE_QUOTED;
        }
        boolean block = isVersion3() ? traits.blockWithTabs() : traits.block();
        if (style == Style.LITERAL && (!block || simpleKey)) {
            style = Style.DOUBLE_QUOTED;
        }
        return style;
    }

    /** go-yaml v3 breaks no lines as it is used here. */
    private boolean isVersion3() {
        return width == Integer.MAX_VALUE;
    }

    private static boolean readsAsText(String text) {
        return RESOLVER.plain(text, true).type() == ScalarResolver.Type.STR
                && !(text.indexOf(':') > 0 && BASE_60.matcher(text).matches());
    }

    private void plain(String text) {
        if (!out.atWhitespace()) {
            out.put(' ');
        }
        out.put(text);
        out.mark(false, false);
    }

    /** A line is broken at the first single blank behind the preferred width. */
    private void foldedPlain(String text, int indent) {
        if (!out.atWhitespace()) {
            out.put(' ');
        }
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && !blank && out.column() > width && text.charAt(i + 1) != ' ') {
                out.indentTo(indent);
            } else {
                out.put(c);
                out.mark(false, false);
            }
            blank = c == ' ';
        }
        out.mark(false, false);
    }

    private void singleQuoted(String text, int indent, boolean fold) {
        out.indicator("'", true, false, false);
        boolean broken = false;
        boolean blank = false;
        int last = text.length() - 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CharReader.isBreak(c)) {
                out.contentBreak(c);
                broken = true;
                continue;
            }
            boolean inside = i > 0 && i < last;
            if (fold && c == ' ' && !blank && out.column() > width && inside && text.charAt(i + 1) != ' ') {
                out.indentTo(indent);
                blank = true;
                continue;
            }
            blank = c == ' ';
            if (broken && !blank) {
                out.indentTo(indent);
                broken = false;
            }
            if (c == '\'') {
                out.put(c);
            }
            out.put(c);
            out.mark(false, false);
        }
        out.indicator("'", false, false, false);
        out.mark(false, false);
    }

    private void doubleQuoted(String text, int indent, boolean fold) {
        out.indicator("\"", true, false, false);
        // go-yaml looks for the byte order mark at the start of the text only, but at every character
        boolean all = text.startsWith("\ufeff");
        boolean blank = false;
        int last = text.length() - 1;
        int c;
        for (int i = 0; i <= last; i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (all || !ScalarTraits.isPrintable(c) || c == '"' || c == '\\' || CharReader.isBreak((char) c)) {
                escape(c);
            } else if (fold && c == ' ' && !blank && out.column() > width && i > 0 && i < last) {
                out.indentTo(indent);
                if (text.charAt(i + 1) == ' ') {
                    out.put('\\');
                }
                out.mark(false, false);
            } else {
                out.put((char) c);
            }
            blank = c == ' ';
        }
        out.indicator("\"", false, false, false);
        out.mark(false, false);
    }

    private void escape(int c) {
        String known = switch (c) {
            case 0 -> "0";
            case 7 -> "a";
            case '\b' -> "b";
            case '\t' -> "t";
            case '\n' -> "n";
            case 0x0b -> "v";
            case '\f' -> "f";
            case '\r' -> "r";
            case 0x1b -> "e";
            case '"' -> "\"";
            case '\\' -> "\\";
            case 0x85 -> "N";
            case 0xa0 -> "_";
            case 0x2028 -> "L";
            case 0x2029 -> "P";
            default -> "";
        };
        out.put('\\');
        if (!known.isEmpty()) {
            out.put(known);
            return;
        }
        int digits = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
        out.put(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
            out.put(HEX.charAt(c >> shift & 15));
        }
    }

    private void literal(String text, int indent) {
        out.indicator("|", true, false, false);
        char first = text.charAt(0);
        if (first == ' ' || CharReader.isBreak(first)) {
            out.indicator("2", false, false, false);
        }
        int end = text.length();
        if (!CharReader.isBreak(text.charAt(end - 1))) {
            out.indicator("-", false, false, false);
        } else if (end == 1 || CharReader.isBreak(text.charAt(end - 2))) {
            out.indicator("+", false, false, false);
        }
        out.lineBreak();
        out.mark(true, true);
        boolean broken = true;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (CharReader.isBreak(c)) {
                out.contentBreak(c);
                broken = true;
            } else {
                if (broken) {
                    out.indentTo(indent);
                }
                out.put(c);
                out.mark(out.atWhitespace(), false);
                broken = false;
            }
        }
    }
}
