package dev.drydock.yaml;

import dev.drydock.yaml.ScalarNode.Style;
import dev.drydock.yaml.Token.Kind;
import dev.drydock.yaml.Token.Mark;

/** Scans the five kinds of scalars: plain, in single and double quotes, literal and folded blocks. */
final class ScalarScanner {

    private static final String ESCAPES = "0abt\tnvfre \"'\\N_LP";
    private static final String ESCAPED = "\0\u0007\b\t\t\n\u000b\f\r\u001b \"'\\\u0085\u00a0\u2028\u2029";

    private final CharReader in;
    private boolean endedOnNewLine;

    ScalarScanner(CharReader in) {
        this.in = in;
    }

    /** Whether the last plain scalar was followed by a line break, behind which a key may begin. */
    boolean endedOnNewLine() {
        return endedOnNewLine;
    }

    Token plain(boolean flow, int parentIndent) {
        Mark start = in.mark();
        Mark end = start;
        StringBuilder text = new StringBuilder();
        Blanks blanks = new Blanks();
        while (!in.atDocumentIndicator() && in.peek() != '#') {
            int from = in.index();
            while (!endsPlain(flow)) {
                if (from == in.index()) {
                    blanks.joinTo(text);
                }
                in.skip();
            }
            if (in.index() > from) {
                text.append(in.since(from));
                end = in.mark();
            }
            if (!CharReader.isBlank(in.peek()) && !CharReader.isBreak(in.peek())) {
                break;
            }
            while (CharReader.isBlank(in.peek()) || CharReader.isBreak(in.peek())) {
                if (blanks.newLine && in.column() <= parentIndent && in.peek() == '\t') {
                    String problem = "found a tab character that violates indentation";
                    throw SyntaxProblem.scanning(problem, start, in.mark());
                }
                blanks.take();
            }
            if (!flow && in.column() <= parentIndent) {
                break;
            }
        }
        endedOnNewLine = blanks.newLine;
        return new Token(Kind.SCALAR, start, end, text.toString(), "", Style.PLAIN);
    }

    private boolean endsPlain(boolean flow) {
        char c = in.peek();
        return CharReader.isBlankOrEnd(c)
                || (c == ':' && CharReader.isBlankOrEnd(in.peek(1)))
                || (flow && (c == ',' || c == '?' || c == '[' || c == ']' || c == '{' || c == '}'));
    }

    Token quoted(boolean single) {
        Mark start = in.mark();
        char quote = single ? '\'' : '"';
        StringBuilder text = new StringBuilder();
        in.skip();
        while (true) {
            if (in.atDocumentIndicator()) {
                throw SyntaxProblem.scanning("found unexpected document indicator", start, in.mark());
            }
            if (in.peek() == 0) {
                throw SyntaxProblem.scanning("found unexpected end of stream", start, in.mark());
            }
            Blanks blanks = new Blanks();
            while (!CharReader.isBlankOrEnd(in.peek())) {
                char c = in.peek();
                if (c == '\'' && single && in.peek(1) == '\'') {
                    text.append(c);
                    in.skip(2);
                } else if (c == quote) {
                    break;
                } else if (c == '\\' && !single && CharReader.isBreak(in.peek(1))) {
                    in.skip();
                    in.skipLine();
                    blanks.newLine = true;
                    break;
                } else if (c == '\\' && !single) {
                    escape(text, start);
                } else {
                    in.read(text);
                }
            }
            if (in.peek() == quote) {
                break;
            }
            while (CharReader.isBlank(in.peek()) || CharReader.isBreak(in.peek())) {
                blanks.take();
            }
            blanks.joinTo(text);
        }
        in.skip();
        Style style = single ? Style.SINGLE_QUOTED : Style.DOUBLE_QUOTED;
        return new Token(Kind.SCALAR, start, in.mark(), text.toString(), "", style);
    }

    private void escape(StringBuilder text, Mark start) {
        char c = in.peek(1);
        int known = ESCAPES.indexOf(c);
        if (known >= 0 && c != 0) {
            text.append(ESCAPED.charAt(known));
            in.skip(2);
            return;
        }
        int length = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (length == 0) {
            throw SyntaxProblem.scanning("found unknown escape character", start, in.mark());
        }
        in.skip(2);
        int code = 0;
        for (int i = 0; i < length; i++) {
            int digit = in.peek(i) < 128 ? Character.digit(in.peek(i), 16) : -1;
            if (digit < 0) {
                throw SyntaxProblem.scanning("did not find expected hexdecimal number", start, in.mark());
            }
            code = code << 4 | digit;
        }
        if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff || code < 0) {
            throw SyntaxProblem.scanning("found invalid Unicode character escape code", start, in.mark());
        }
        text.appendCodePoint(code);
        in.skip(length);
    }

    Token block(boolean literal, int parentIndent) {
        Mark start = in.mark();
        in.skip();
        char chomping = 0;
        int increment = 0;
        for (int i = 0; i < 2; i++) {
            char c = in.peek();
            if (chomping == 0 && (c == '+' || c == '-')) {
                chomping = c;
                in.skip();
            } else if (increment == 0 && c >= '0' && c <= '9') {
                if (c == '0') {
                    throw SyntaxProblem.scanning("found an indentation indicator equal to 0", start, in.mark());
                }
                increment = c - '0';
                in.skip();
            }
        }
        endOfHeader(start);
        int indent = increment == 0 ? 0 : Math.max(parentIndent, 0) + increment;
        return content(literal, parentIndent, indent, chomping, start);
    }

    private void endOfHeader(Mark start) {
        while (CharReader.isBlank(in.peek())) {
            in.skip();
        }
        if (in.peek() == '#') {
            while (!CharReader.isBreakOrEnd(in.peek())) {
                in.skip();
            }
        }
        if (!CharReader.isBreakOrEnd(in.peek())) {
            throw SyntaxProblem.scanning("did not find expected comment or line break", start, in.mark());
        }
        in.skipLine();
    }

    private Token content(boolean literal, int parentIndent, int given, char chomping, Mark start) {
        StringBuilder text = new StringBuilder();
        StringBuilder lineBreak = new StringBuilder();
        StringBuilder breaks = new StringBuilder();
        int indent = indentation(given, parentIndent, breaks, start);
        boolean leadingBlank = false;
        while (in.column() == indent && in.peek() != 0) {
            boolean blank = CharReader.isBlank(in.peek());
            boolean fold = !literal && !leadingBlank && !blank && lineBreak.length() > 0 && lineBreak.charAt(0) == '\n';
            if (!fold) {
                text.append(lineBreak);
            } else if (breaks.length() == 0) {
                text.append(' ');
            }
            lineBreak.setLength(0);
            text.append(breaks);
            breaks.setLength(0);
            leadingBlank = blank;
            int from = in.index();
            while (!CharReader.isBreakOrEnd(in.peek())) {
                in.skip();
            }
            text.append(in.since(from));
            in.readLine(lineBreak);
            indentation(indent, parentIndent, breaks, start);
        }
        if (chomping != '-') {
            text.append(lineBreak);
        }
        if (chomping == '+') {
            text.append(breaks);
        }
        Style style = literal ? Style.LITERAL : Style.FOLDED;
        return new Token(Kind.SCALAR, start, in.mark(), text.toString(), "", style);
    }

    /** Over indentation and empty lines; finds the indentation of the first line with content when none is given. */
    private int indentation(int indent, int parentIndent, StringBuilder breaks, Mark start) {
        int widest = 0;
        while (true) {
            while ((indent == 0 || in.column() < indent) && in.peek() == ' ') {
                in.skip();
            }
            widest = Math.max(widest, in.column());
            if ((indent == 0 || in.column() < indent) && in.peek() == '\t') {
                String problem = "found a tab character where an indentation space is expected";
                throw SyntaxProblem.scanning(problem, start, in.mark());
            }
            if (!CharReader.isBreak(in.peek())) {
                break;
            }
            in.readLine(breaks);
        }
        return indent == 0 ? Math.max(1, Math.max(widest, parentIndent + 1)) : indent;
    }

    /** Blanks and line breaks between words: kept on one line, folded when a line ends. */
    private final class Blanks {
        private final StringBuilder spaces = new StringBuilder();
        private final StringBuilder firstBreak = new StringBuilder();
        private final StringBuilder moreBreaks = new StringBuilder();
        private boolean newLine;

        void take() {
            if (CharReader.isBlank(in.peek())) {
                if (newLine) {
                    in.skip();
                } else {
                    in.read(spaces);
                }
            } else if (newLine) {
                in.readLine(moreBreaks);
            } else {
                spaces.setLength(0);
                in.readLine(firstBreak);
                newLine = true;
            }
        }

        void joinTo(StringBuilder text) {
            if (!newLine) {
                text.append(spaces);
            } else if (firstBreak.length() > 0 && firstBreak.charAt(0) == '\n') {
                text.append(moreBreaks.length() == 0 ? " " : moreBreaks);
            } else {
                text.append(firstBreak).append(moreBreaks);
            }
            spaces.setLength(0);
            firstBreak.setLength(0);
            moreBreaks.setLength(0);
            newLine = false;
        }
    }
}
