package dev.drydock.cel.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntaxErrorsTest {

    /** What an expression can start with, in the order of the grammar. */
    private static final String START = "{'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT,"
            + " NUM_UINT, STRING, BYTES, IDENTIFIER}";

    private static final Syntax SYNTAX = new Syntax(true, true, false, false, true);

    private static String issues(String text) {
        Source source = Source.of(text);
        return Parser.parse(source, SYNTAX).issues().stream()
                .sorted(java.util.Comparator.comparingInt(Issue::line).thenComparingInt(Issue::column))
                .map(issue -> issue.line() + ":" + (issue.column() + 1) + " "
                        + issue.message().replace("Syntax error: ", "").replace(START, "START"))
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "1 + ~ 1:4 mismatched input '<EOF>' expecting START",
                "(a > 1 ~ 1:7 missing ')' at '<EOF>'",
                "a > 1) ~ 1:6 extraneous input ')' expecting <EOF>",
                "a..b ~ 1:3 no viable alternative at input '..'",
                "a.in == 1 ~ 1:3 no viable alternative at input '.in'; 1:6 extraneous input '==' expecting START",
                "in == 1 ~ 1:1 mismatched input 'in' expecting START; 1:4 extraneous input '==' expecting START",
                "a = 5 ~ 1:3 token recognition error at: '= '; 1:5 extraneous input '5' expecting <EOF>",
                "let x ~ 1:1 reserved identifier: let; 1:5 extraneous input 'x' expecting <EOF>",
                "a and b ~ 1:3 mismatched input 'and' expecting <EOF>",
                "'a' 'b' ~ 1:5 extraneous input ''b'' expecting <EOF>",
                "'a ~ 1:1 token recognition error at: ''a'; 1:3 mismatched input '<EOF>' expecting START",
                "# ~ 1:1 token recognition error at: '#'; 1:2 mismatched input '<EOF>' expecting START",
                "&a ~ 1:1 token recognition error at: '&a'; 1:3 mismatched input '<EOF>' expecting START",
                "a.true ~ 1:3 mismatched input 'true' expecting IDENTIFIER",
                "[1, 2 ~ 1:6 mismatched input '<EOF>' expecting {']', ','}",
                "a ? b ~ 1:6 mismatched input '<EOF>' expecting ':'",
                "A{a 1} ~ 1:5 missing ':' at '1'",
                "- ~ 1:2 no viable alternative at input '-'; 1:2 mismatched input '<EOF>' expecting START",
            })
    void says_what_antlr_says(String text, String issues) {
        assertThat(issues(text)).isEqualTo(issues);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "while ~ 1:1 reserved identifier: while",
                "9223372036854775808 ~ 1:1 invalid int literal",
                "1e400 ~ 1:1 invalid double literal",
                "a.`b` ~ 1:3 unsupported syntax: '`'",
                "has(a) ~ 1:5 invalid argument to has() macro",
                "[1].all(1, true) ~ 1:9 argument must be a simple name",
                "[1].map(1, true) ~ 1:9 argument is not an identifier",
                "[1].all(a, a, true) ~ 1:12 duplicate variable name: a",
                "[1].all(__result__, true) ~ 1:9 iteration variable overwrites accumulator variable",
                "a.optMap(1, 2) ~ 1:10 optMap() variable name must be a simple identifier",
            })
    void says_what_the_grammar_alone_does_not_forbid(String text, String issues) {
        assertThat(issues(text)).isEqualTo(issues);
    }

    @Test
    void nesting_has_an_end() {
        assertThat(issues("(".repeat(300) + "1" + ")".repeat(300)))
                .isEqualTo("-1:0 expression recursion limit exceeded: 250");
        assertThat(issues("[".repeat(100_000))).contains("expression recursion limit exceeded: 250");
    }

    @Test
    void issues_are_printed_with_their_line_and_a_caret() {
        Source source = Source.of("1 +\n\té == ");
        List<Issue> issues = Parser.parse(source, SYNTAX).issues();

        assertThat(Issue.render(source, issues))
                .startsWith("ERROR: <input>:2:2: Syntax error: token recognition error at: 'é'\n |  é == \n | .＾");
    }
}
