package dev.drydock.flux.substitution;

import static dev.drydock.flux.substitution.TemplateScanner.CLOSE;
import static dev.drydock.flux.substitution.TemplateScanner.ESCAPE;
import static dev.drydock.flux.substitution.TemplateScanner.IDENTIFIER;
import static dev.drydock.flux.substitution.TemplateScanner.OPEN;

import dev.drydock.flux.substitution.Template.Expression;
import dev.drydock.flux.substitution.Template.Part;
import dev.drydock.flux.substitution.Template.Text;
import dev.drydock.flux.substitution.TemplateScanner.Accept;
import dev.drydock.flux.substitution.TemplateScanner.Token;
import dev.drydock.kubernetes.NotModelledException;
import java.util.ArrayList;
import java.util.List;

/** The grammar of expressions (envsubst/parse/parse.go). */
final class TemplateParser {

    private static final int MAX_DEPTH = 500;

    private static final String BAD = "bad substitution";

    private static final Accept ANY = (c, i) -> true;
    private static final Accept NAME = (c, i) -> Character.isLetter(c) || Character.isDigit(c) || c == '_';
    private static final Accept NOT_CLOSING = (c, i) -> c != '}';
    private static final Accept NOT_COLON_OR_CLOSING = (c, i) -> c != ':' && c != '}';
    private static final Accept NOT_SLASH = (c, i) -> c != '/';
    private static final Accept SLASHES = (c, i) -> c == '/';
    private static final Accept COLONS = (c, i) -> c == ':';
    private static final Accept ONE_COLON = (c, i) -> i == 1 && c == ':';
    private static final Accept ONE_EQUAL = (c, i) -> i == 1 && c == '=';
    private static final Accept ONE_HASH = (c, i) -> i == 1 && c == '#';
    private static final Accept HASHES = (c, i) -> i < 3 && c == '#';
    private static final Accept PERCENTS = (c, i) -> i < 3 && c == '%';
    private static final Accept CASING = (c, i) -> i < 3 && (c == ',' || c == '^');
    private static final Accept DEFAULT =
            (c, i) -> (i == 1 && c == ':') || (i == 2 && (c == '=' || c == '-' || c == '?' || c == '+'));
    private static final Accept REPLACE =
            (c, i) -> (i == 1 && c == '/') || (i == 2 && (c == '/' || c == '#' || c == '%'));

    private final TemplateScanner scanner;
    private int depth;

    TemplateParser(String bytes) {
        scanner = new TemplateScanner(bytes);
    }

    List<Part> parse() {
        List<Part> parts = new ArrayList<>();
        while (true) {
            scanner.escapeBackslashes(false);
            scanner.expect(ANY, IDENTIFIER | OPEN | ESCAPE);
            switch (scanner.scan()) {
                case IDENTIFIER -> parts.add(new Text(scanner.text()));
                case OPEN -> parts.add(expression());
                case END -> {
                    return parts;
                }
                default -> throw new SubstitutionException(BAD);
            }
        }
    }

    private Part expression() {
        if (++depth > MAX_DEPTH) {
            throw new NotModelledException("expressions nested more than " + MAX_DEPTH + " deep");
        }
        Part expression = operation();
        depth--;
        return expression;
    }

    private Part operation() {
        scanner.escapeBackslashes(true);
        if (scanner.peek() == '#') {
            return length();
        }
        String name = identifier(NAME, "unable to parse variable name");
        return switch (scanner.peek()) {
            case ':' -> isDefault(scanner.peek(1)) ? defaults(name) : substring(name);
            case '=' -> defaults(name);
            case ',', '^' -> closed(name, identifier(CASING, BAD), List.of());
            case '/' -> replacement(name);
            case '#' -> closed(name, identifier(HASHES, BAD), List.of(argument(NOT_CLOSING, IDENTIFIER)));
            case '%' -> closed(name, identifier(PERCENTS, BAD), List.of(argument(NOT_CLOSING, IDENTIFIER)));
            default -> plain(name);
        };
    }

    private Part plain(String name) {
        scanner.expect(NAME, CLOSE);
        if (scanner.scan() != Token.CLOSE) {
            throw new SubstitutionException("missing closing brace");
        }
        return new Expression(name, "", List.of());
    }

    private Part length() {
        String operator = identifier(ONE_HASH, BAD);
        return closed(identifier(NAME, BAD), operator, List.of());
    }

    private static boolean isDefault(int character) {
        return character == '=' || character == '-' || character == '?' || character == '+';
    }

    private Part defaults(String name) {
        String operator = identifier(scanner.peek() == '=' ? ONE_EQUAL : DEFAULT, "unable to parse default function");
        List<Part> arguments = new ArrayList<>();
        while (scanner.peek() != '}') {
            arguments.add(argument(NOT_CLOSING, IDENTIFIER));
        }
        return closed(name, operator, arguments);
    }

    /** Upstream's look-ahead loses its place unless a character of one byte follows the colon. */
    private Part substring(String name) {
        int next = scanner.peek(1);
        if (next == 0 || next >= 0x80) {
            throw new SubstitutionException(BAD);
        }
        String operator = identifier(ONE_COLON, BAD);
        Part offset = argument(NOT_COLON_OR_CLOSING, IDENTIFIER);
        scanner.expect(COLONS, IDENTIFIER | CLOSE);
        Token after = scanner.scan();
        if (after == Token.CLOSE) {
            return new Expression(name, operator, List.of(offset));
        }
        if (after != Token.IDENTIFIER) {
            throw new SubstitutionException(BAD);
        }
        return closed(name, operator, List.of(offset, argument(NOT_CLOSING, IDENTIFIER)));
    }

    private Part replacement(String name) {
        String operator = identifier(REPLACE, BAD);
        Part from = argument(NOT_SLASH, IDENTIFIER | ESCAPE);
        identifier(SLASHES, BAD);
        if (scanner.peek() == '}') {
            return closed(name, operator, List.of(from));
        }
        return closed(name, operator, List.of(from, argument(NOT_CLOSING, IDENTIFIER | ESCAPE)));
    }

    private Part argument(Accept accept, int modes) {
        scanner.expect(accept, modes | OPEN);
        return switch (scanner.scan()) {
            case OPEN -> expression();
            case IDENTIFIER -> new Text(scanner.text());
            default -> throw new SubstitutionException("unable to parse substitution within function");
        };
    }

    private String identifier(Accept accept, String error) {
        scanner.expect(accept, IDENTIFIER);
        if (scanner.scan() != Token.IDENTIFIER) {
            throw new SubstitutionException(error);
        }
        return scanner.text();
    }

    private Part closed(String name, String operator, List<Part> arguments) {
        scanner.expectClose();
        if (scanner.scan() != Token.CLOSE) {
            throw new SubstitutionException(BAD);
        }
        return new Expression(name, operator, List.copyOf(arguments));
    }
}
