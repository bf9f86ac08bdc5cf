package dev.drydock.yaml;

import dev.drydock.yaml.Token.Kind;
import dev.drydock.yaml.Token.Mark;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Scans anchors, aliases, tags and directives. */
final class TagScanner {

    private final CharReader in;

    TagScanner(CharReader in) {
        this.in = in;
    }

    Token anchor(Kind kind) {
        Mark start = in.mark();
        in.skip();
        String name = word();
        if (name.isEmpty() || (!CharReader.isBlankOrEnd(in.peek()) && "?:,]}%@`".indexOf(in.peek()) < 0)) {
            throw problem("did not find expected alphabetic or numeric character", start);
        }
        return Token.of(kind, start, in.mark(), name, "");
    }

    Token tag() {
        Mark start = in.mark();
        String handle = "";
        String suffix;
        if (in.peek(1) == '<') {
            in.skip(2);
            suffix = uri("", start);
            if (in.peek() != '>') {
                throw problem("did not find the expected '>'", start);
            }
            in.skip();
        } else {
            handle = handle(false, start);
            if (handle.length() > 1 && handle.endsWith("!")) {
                suffix = uri("", start);
            } else {
                suffix = uri(handle, start);
                handle = "!";
                if (suffix.isEmpty()) {
                    handle = "";
                    suffix = "!";
                }
            }
        }
        if (!CharReader.isBlankOrEnd(in.peek())) {
            throw problem("did not find expected whitespace or line break", start);
        }
        return Token.of(Kind.TAG, start, in.mark(), handle, suffix);
    }

    Token directive() {
        Mark start = in.mark();
        in.skip();
        String name = word();
        if (name.isEmpty()) {
            throw problem("could not find expected directive name", start);
        }
        if (!CharReader.isBlankOrEnd(in.peek())) {
            throw problem("found unexpected non-alphabetical character", start);
        }
        Token token;
        switch (name) {
            case "YAML" -> token = version(start);
            case "TAG" -> token = tagDirective(start);
            default -> throw problem("found unknown directive name", start);
        }
        blanks();
        if (in.peek() == '#') {
            while (!CharReader.isBreakOrEnd(in.peek())) {
                in.skip();
            }
        }
        if (!CharReader.isBreakOrEnd(in.peek())) {
            throw problem("did not find expected comment or line break", start);
        }
        in.skipLine();
        return token;
    }

    private Token version(Mark start) {
        blanks();
        String major = number(start);
        if (in.peek() != '.') {
            throw problem("did not find expected digit or '.' character", start);
        }
        in.skip();
        return Token.of(Kind.VERSION_DIRECTIVE, start, in.mark(), major + "." + number(start), "");
    }

    private String number(Mark start) {
        int from = in.index();
        int value = 0;
        while (in.peek() >= '0' && in.peek() <= '9') {
            if (in.index() - from == 2) {
                throw problem("found extremely long version number", start);
            }
            value = value * 10 + in.peek() - '0';
            in.skip();
        }
        if (in.index() == from) {
            throw problem("did not find expected version number", start);
        }
        return Integer.toString(value);
    }

    private Token tagDirective(Mark start) {
        blanks();
        String handle = handle(true, start);
        if (!CharReader.isBlank(in.peek())) {
            throw problem("did not find expected whitespace", start);
        }
        blanks();
        String prefix = uri("", start);
        if (!CharReader.isBlankOrEnd(in.peek())) {
            throw problem("did not find expected whitespace or line break", start);
        }
        return Token.of(Kind.TAG_DIRECTIVE, start, in.mark(), handle, prefix);
    }

    private String handle(boolean directive, Mark start) {
        if (in.peek() != '!') {
            throw problem("did not find expected '!'", start);
        }
        int from = in.index();
        in.skip();
        word();
        if (in.peek() == '!') {
            in.skip();
        } else if (directive && in.index() != from + 1) {
            throw problem("did not find expected '!'", start);
        }
        return in.since(from);
    }

    private String uri(String head, Mark start) {
        StringBuilder uri = new StringBuilder(head.isEmpty() ? "" : head.substring(1));
        boolean found = !head.isEmpty();
        while (CharReader.isWord(in.peek()) || (in.peek() != 0 && ";/?:@&=+$,.!~*'()[]%".indexOf(in.peek()) >= 0)) {
            if (in.peek() == '%') {
                escapes(uri, start);
            } else {
                in.read(uri);
            }
            found = true;
        }
        if (!found) {
            throw problem("did not find expected tag URI", start);
        }
        return uri.toString();
    }

    private void escapes(StringBuilder uri, Mark start) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        while (in.peek() == '%') {
            int high = Character.digit(in.peek(1), 16);
            int low = Character.digit(in.peek(2), 16);
            if (high < 0 || low < 0) {
                throw problem("did not find URI escaped octet", start);
            }
            octets.write(high << 4 | low);
            in.skip(3);
        }
        uri.append(octets.toString(StandardCharsets.UTF_8));
    }

    private String word() {
        int from = in.index();
        while (CharReader.isWord(in.peek())) {
            in.skip();
        }
        return in.since(from);
    }

    private void blanks() {
        while (CharReader.isBlank(in.peek())) {
            in.skip();
        }
    }

    private SyntaxProblem problem(String text, Mark start) {
        return SyntaxProblem.scanning(text, start, in.mark());
    }
}
