package dev.drydock.yaml;

/**
 * A text that is no YAML, as scanner and parser find it; {@link SyntaxProblem#in} makes the exception for callers.
 *
 * <p>go-yaml names one line per problem, and which one differs: v2 prefers the place of the problem, v3 that of its
 * context, and both forget to count from one when the parser (not the scanner) complains and leave line zero out. All of
 * that can be seen in messages, so it is kept (decode.go, {@code parser.fail}).
 */
final class SyntaxProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String problem;
    private final transient Token.Mark contextMark;
    private final transient Token.Mark problemMark;
    private final boolean scanner;
    private final boolean lineless;

    private SyntaxProblem(
            String problem, Token.Mark contextMark, Token.Mark problemMark, boolean scanner, boolean lineless) {
        super(problem, null, false, false);
        this.problem = problem;
        this.contextMark = contextMark;
        this.problemMark = problemMark;
        this.scanner = scanner;
        this.lineless = lineless;
    }

    static SyntaxProblem scanning(String problem, Token.Mark context, Token.Mark place) {
        return new SyntaxProblem(problem, context, place, true, false);
    }

    static SyntaxProblem parsing(String problem, Token.Mark context, Token.Mark place) {
        return new SyntaxProblem(problem, context, place, false, false);
    }

    static SyntaxProblem withoutContext(String problem, Token.Mark place) {
        return new SyntaxProblem(problem, new Token.Mark(0, 0, 0), place, false, false);
    }

    /** A problem that go-yaml reports without any line. */
    static SyntaxProblem withoutLine(String problem, Token.Mark place) {
        return new SyntaxProblem(problem, place, place, true, true);
    }

    YamlException in(Chunk chunk, YamlMode mode) {
        Token.Mark first = mode == YamlMode.KUBERNETES ? problemMark : contextMark;
        Token.Mark second = mode == YamlMode.KUBERNETES ? contextMark : problemMark;
        int line = 0;
        if (first.line() != 0) {
            line = first.line() + (scanner ? 1 : 0);
        } else if (second.line() != 0) {
            line = second.line() + (scanner && mode == YamlMode.KUSTOMIZE ? 1 : 0);
        }
        String upstream = "yaml: " + (line == 0 || lineless ? "" : "line " + line + ": ") + problem;
        return chunk.error(problemMark, problem, upstream);
    }
}
