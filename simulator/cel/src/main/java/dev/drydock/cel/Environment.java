package dev.drydock.cel;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Source;
import dev.drydock.cel.check.Checker;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.check.TypeProvider;
import dev.drydock.cel.check.Validator;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.parse.Parser;
import dev.drydock.cel.parse.Syntax;
import dev.drydock.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The entry point: what expressions may say, and what becomes of one that is written.
 *
 * <pre>{@code
 * Environment environment = Environment.of(Syntax.PLAIN, Declarations.of(libraries, true)).with("self", CelType.DYN);
 * Compilation compilation = environment.compile("self.replicas > 1");
 * }</pre>
 *
 * @param validators what looks at expressions that are otherwise right
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Environment(Syntax syntax, Declarations declarations, List<Validator> validators) {

    /** An environment without further validators. */
    public static Environment of(Syntax syntax, Declarations declarations) {
        return new Environment(syntax, declarations, List.of());
    }

    /** The same with a variable more. */
    public Environment with(String variable, CelType type) {
        return new Environment(syntax, declarations.with(variable, type), validators);
    }

    /** The same with the functions of a library more. */
    public Environment with(Library library) {
        return new Environment(syntax, declarations.with(library), validators);
    }

    /** The same with object types from this provider. */
    public Environment with(TypeProvider types) {
        return new Environment(syntax, declarations.with(types), validators);
    }

    /** Reads an expression without checking it. */
    public Compilation parse(String text) {
        Source source = Source.of(text);
        Parser.Result parsed = Parser.parse(source, syntax);
        return new Compilation(source, parsed.ast(), parsed.issues());
    }

    /** Checks an expression that was read. */
    public Compilation check(Ast parsed) {
        Checker.Result checked = Checker.check(parsed, declarations);
        if (!checked.issues().isEmpty()) {
            return new Compilation(parsed.source(), null, checked.issues());
        }
        List<Issue> issues = new ArrayList<>();
        validators.forEach(validator -> validator.validate(checked.ast(), issues));
        return new Compilation(parsed.source(), issues.isEmpty() ? checked.ast() : null, issues);
    }

    /** Reads and checks an expression. */
    public Compilation compile(String text) {
        Compilation parsed = parse(text);
        return parsed.ast() == null ? parsed : check(parsed.ast());
    }
}
