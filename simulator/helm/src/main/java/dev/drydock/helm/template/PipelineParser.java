package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Chain;
import dev.drydock.helm.template.TemplateNode.Command;
import dev.drydock.helm.template.TemplateNode.Field;
import dev.drydock.helm.template.TemplateNode.Pipe;
import dev.drydock.helm.template.TemplateNode.Variable;
import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses pipelines: declarations, commands, and the operands and terms that these consist of. */
final class PipelineParser {

    private final ItemStream items;
    private final Nesting nesting;
    private final Predicate<String> functions;
    private final VariableScope variables;

    PipelineParser(ItemStream items, Nesting nesting, Predicate<String> functions, VariableScope variables) {
        this.items = items;
        this.nesting = nesting;
        this.functions = functions;
        this.variables = variables;
    }

    /** The pipeline from here to a token of the given type, which is read too. */
    Pipe pipeline(String context, Item.Type end) {
        int position = items.peekNonSpace().position();
        Declarations declarations = declarations(context);
        List<Command> commands = new ArrayList<>();
        while (true) {
            Item token = items.nextNonSpace();
            if (token.is(end)) {
                checkPipeline(commands, context);
                return new Pipe(position, declarations.isAssign(), declarations.variables(), List.copyOf(commands));
            }
            switch (token.type()) {
                case BOOL,
                        CHAR_CONSTANT,
                        COMPLEX,
                        DOT,
                        FIELD,
                        IDENTIFIER,
                        NUMBER,
                        NIL,
                        RAW_STRING,
                        STRING,
                        VARIABLE,
                        LEFT_PAREN -> {
                    items.backup();
                    commands.add(command());
                }
                default -> throw items.unexpected(token, context);
            }
        }
    }

    /** Variables that a pipeline sets; none for most. */
    private record Declarations(boolean isAssign, List<Variable> variables) {
        Declarations {
            variables = List.copyOf(variables);
        }
    }

    private Declarations declarations(String context) {
        List<Variable> declared = new ArrayList<>();
        while (true) {
            Item variable = items.peekNonSpace();
            if (!variable.is(Item.Type.VARIABLE)) {
                return new Declarations(false, declared);
            }
            items.next();
            Item after = items.peek();
            Item next = items.peekNonSpace();
            if (next.is(Item.Type.ASSIGN) || next.is(Item.Type.DECLARE)) {
                items.nextNonSpace();
                declare(variable, declared);
                return new Declarations(next.is(Item.Type.ASSIGN), declared);
            }
            if (!next.is(Item.Type.CHAR) || !next.text().equals(",")) {
                // the variable is an argument; the space after it, if any, ends that argument
                if (after.is(Item.Type.SPACE)) {
                    items.backup3(variable, after);
                } else {
                    items.backup2(variable);
                }
                return new Declarations(false, declared);
            }
            items.nextNonSpace();
            declare(variable, declared);
            if (!context.equals("range") || declared.size() > 1) {
                throw items.error("too many declarations in " + context);
            }
            switch (items.peekNonSpace().type()) {
                case VARIABLE, RIGHT_DELIM, RIGHT_PAREN -> {
                    // the second variable, or none
                }
                default -> throw items.error("range can only initialize variables");
            }
        }
    }

    private void declare(Item variable, List<Variable> declarations) {
        declarations.add(new Variable(variable.position(), names(variable.text())));
        variables.declare(variable.text());
    }

    private void checkPipeline(List<Command> commands, String context) {
        if (commands.isEmpty()) {
            throw items.error("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            TemplateNode first = commands.get(i).arguments().get(0);
            if (isConstant(first)) {
                throw items.error("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    private static boolean isConstant(TemplateNode node) {
        return node instanceof TemplateNode.Bool
                || node instanceof TemplateNode.Dot
                || node instanceof TemplateNode.Nil
                || node instanceof TemplateNode.Numeral
                || node instanceof TemplateNode.Str;
    }

    private Command command() {
        int position = items.peekNonSpace().position();
        List<TemplateNode> arguments = new ArrayList<>();
        while (true) {
            items.peekNonSpace();
            TemplateNode operand = operand();
            if (operand != null) {
                arguments.add(operand);
            }
            Item token = items.next();
            if (token.is(Item.Type.SPACE)) {
                continue;
            }
            if (token.is(Item.Type.RIGHT_DELIM) || token.is(Item.Type.RIGHT_PAREN)) {
                items.backup();
            } else if (!token.is(Item.Type.PIPE)) {
                throw items.unexpected(token, "operand");
            }
            if (arguments.isEmpty()) {
                throw items.error("empty command");
            }
            return new Command(position, arguments);
        }
    }

    private @Nullable TemplateNode operand() {
        TemplateNode node = term();
        if (node == null || !items.peek().is(Item.Type.FIELD)) {
            return node;
        }
        int position = items.peek().position();
        List<String> fields = new ArrayList<>();
        while (items.peek().is(Item.Type.FIELD)) {
            fields.add(items.next().text().substring(1));
        }
        if (node instanceof Field field) {
            List<String> all = new ArrayList<>(field.names());
            all.addAll(fields);
            return new Field(position, all);
        }
        if (node instanceof Variable variable) {
            List<String> all = new ArrayList<>(variable.names());
            all.addAll(fields);
            return new Variable(position, all);
        }
        if (isConstant(node)) {
            throw items.error("unexpected . after term " + GoQuote.quote(node.shown()));
        }
        return new Chain(position, node, fields);
    }

    private @Nullable TemplateNode term() {
        Item token = items.nextNonSpace();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> {
                if (!functions.test(token.text())) {
                    throw items.error("function " + GoQuote.quote(token.text()) + " not defined");
                }
                yield new TemplateNode.Identifier(position, token.text());
            }
            case DOT -> new TemplateNode.Dot(position);
            case NIL -> new TemplateNode.Nil(position);
            case VARIABLE -> {
                Variable variable = new Variable(position, names(token.text()));
                String name = variable.names().get(0);
                if (!variables.sees(name)) {
                    throw items.error("undefined variable " + GoQuote.quote(name));
                }
                yield variable;
            }
            case FIELD -> new Field(position, names(token.text().substring(1)));
            case BOOL -> new TemplateNode.Bool(position, token.text().equals("true"));
            case CHAR_CONSTANT, COMPLEX, NUMBER -> number(token);
            case LEFT_PAREN -> {
                nesting.enter();
                Pipe pipe = pipeline("parenthesized pipeline", Item.Type.RIGHT_PAREN);
                nesting.leave();
                yield pipe;
            }
            case STRING, RAW_STRING -> new TemplateNode.Str(position, token.text(), items.unquote(token));
            default -> {
                items.backup();
                yield null;
            }
        };
    }

    private TemplateNode number(Item token) {
        try {
            return token.is(Item.Type.CHAR_CONSTANT)
                    ? Numbers.character(token.position(), token.text())
                    : Numbers.of(token.position(), token.text());
        } catch (GoException e) {
            throw items.error(e.getMessage());
        }
    }

    private static List<String> names(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }
}
