package dev.drydock.helm.function;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoString;
import dev.drydock.yaml.GoSpace;

/** Words and lines of texts (Masterminds/goutils); positions are those of bytes. */
final class Words {

    private Words() {}

    static String untitle(String text) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int c : text.codePoints().toArray()) {
            if (GoSpace.isSpace(c)) {
                first = true;
                out.appendCodePoint(c);
            } else {
                out.appendCodePoint(first ? Character.toLowerCase(c) : c);
                first = false;
            }
        }
        return out.toString();
    }

    static String swapCase(String text) {
        StringBuilder out = new StringBuilder();
        boolean space = true;
        for (int c : text.codePoints().toArray()) {
            if (Character.isUpperCase(c) || Character.isTitleCase(c)) {
                out.appendCodePoint(Character.toLowerCase(c));
                space = false;
            } else if (Character.isLowerCase(c)) {
                out.appendCodePoint(space ? Character.toTitleCase(c) : Character.toUpperCase(c));
                space = false;
            } else {
                space = GoSpace.isSpace(c);
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** Bytes are taken for characters, as upstream does. */
    static String initials(String text) {
        StringBuilder out = new StringBuilder();
        boolean gap = true;
        for (byte b : GoString.bytes(text)) {
            int c = b & 0xff;
            if (GoSpace.isSpace(c)) {
                gap = true;
            } else if (gap) {
                out.append((char) c);
                gap = false;
            }
        }
        return out.toString();
    }

    static String withoutSpace(String text) {
        StringBuilder out = new StringBuilder();
        boolean any = false;
        for (byte b : GoString.bytes(text)) {
            int c = b & 0xff;
            if (GoSpace.isSpace(c)) {
                any = true;
            } else {
                out.append((char) c);
            }
        }
        return any ? out.toString() : text;
    }

    static String abbreviate(String text, int offset, int width) {
        int length = GoString.length(text);
        if (text.isEmpty() || width < 4) {
            return "";
        }
        if (length <= width) {
            return text;
        }
        int from = Math.min(offset, length);
        if (length - from < width - 3) {
            from = length - (width - 3);
        }
        if (from <= 4) {
            return GoString.slice(text, 0, width - 3) + "...";
        }
        if (width < 7) {
            return "";
        }
        if (from + width - 3 < length) {
            return "..." + abbreviate(GoString.slice(text, from, length), 0, width - 3);
        }
        return "..." + GoString.slice(text, length - (width - 3), length);
    }

    static String wrap(String text, long length, String lineEnd, boolean breakWords) {
        byte[] bytes = GoString.bytes(text);
        String separator = lineEnd.isEmpty() ? "\n" : lineEnd;
        int width = (int) Math.max(1, Math.min(length, Integer.MAX_VALUE / 2));
        StringBuilder out = new StringBuilder();
        int offset = 0;
        while (bytes.length - offset > width) {
            if (bytes[offset] == ' ') {
                offset++;
                continue;
            }
            int space = lastSpace(bytes, offset, offset + width + 1);
            if (space >= offset) {
                out.append(part(bytes, offset, space)).append(separator);
                offset = space + 1;
            } else if (breakWords) {
                out.append(part(bytes, offset, offset + width)).append(separator);
                offset += width;
            } else {
                space = nextSpace(bytes, offset + width);
                if (space < 0) {
                    out.append(part(bytes, offset, bytes.length));
                    offset = bytes.length;
                } else {
                    out.append(part(bytes, offset, space)).append(separator);
                    offset = space + 1;
                }
            }
        }
        return GoString.of(
                GoString.bytes(out.append(part(bytes, offset, bytes.length)).toString()));
    }

    private static String part(byte[] bytes, int from, int to) {
        return GoString.of(java.util.Arrays.copyOfRange(bytes, from, to));
    }

    private static int lastSpace(byte[] bytes, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    private static int nextSpace(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == ' ') {
                return i;
            }
        }
        return -1;
    }

    /** {@code trunc}. */
    static String truncate(long count, String text) {
        int length = GoString.length(text);
        if (count < 0 && length + count > 0) {
            return GoString.slice(text, (int) (length + count), length);
        }
        return count >= 0 && length > count ? GoString.slice(text, 0, (int) count) : text;
    }

    /** {@code substr}, with the panics of slices. */
    static String substring(long start, long end, String text) {
        int length = GoString.length(text);
        if (start < 0) {
            return slice(text, 0, end, length);
        }
        if (end < 0 || end > length) {
            if (start > length) {
                throw new GoException("runtime error: slice bounds out of range [" + start + ":" + length + "]");
            }
            return GoString.slice(text, (int) start, length);
        }
        return slice(text, start, end, length);
    }

    private static String slice(String text, long from, long to, int length) {
        if (to < 0 || to > length) {
            throw new GoException("runtime error: slice bounds out of range [:" + to + "]"
                    + (to < 0 ? "" : " with length " + length));
        }
        if (from > to) {
            throw new GoException("runtime error: slice bounds out of range [" + from + ":" + to + "]");
        }
        return GoString.slice(text, (int) from, (int) to);
    }
}
