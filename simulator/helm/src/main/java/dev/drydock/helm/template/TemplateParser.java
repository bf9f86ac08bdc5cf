package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Action;
import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.helm.template.TemplateNode.Branch;
import dev.drydock.helm.template.TemplateNode.Call;
import dev.drydock.helm.template.TemplateNode.Chain;
import dev.drydock.helm.template.TemplateNode.Command;
import dev.drydock.helm.template.TemplateNode.Else;
import dev.drydock.helm.template.TemplateNode.End;
import dev.drydock.helm.template.TemplateNode.Field;
import dev.drydock.helm.template.TemplateNode.Keyword;
import dev.drydock.helm.template.TemplateNode.Pipe;
import dev.drydock.helm.template.TemplateNode.Variable;
import dev.drydock.helm.value.GoException;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Parses a template and the templates that it defines (text/template/parse/parse.go). */
final class TemplateParser {

    /** Deepest nesting of parentheses and blocks; upstream allows more parentheses. */
    private static final int DEEPEST = 500;

    private final String name;
    private final String text;
    private final Predicate<String> functions;
    private final Lexer lexer;
    private final Map<String, Tree> trees = new LinkedHashMap<>();
    private final Item[] tokens = new Item[3];
    private int peeked;
    private List<String> variables = new ArrayList<>();
    private int actionLine;
    private int ranges;
    private int depth;

    private TemplateParser(String name, String text, Predicate<String> functions) {
        this.name = name;
        this.text = text;
        this.functions = functions;
        this.lexer = new Lexer(text);
        Item start = new Item(Item.Type.EOF, 0, "", 0);
        tokens[0] = start;
        tokens[1] = start;
        tokens[2] = start;
    }

    /**
     * The templates of a text by name, its own among them.
     *
     * @throws GoException with the parser's message
     */
    static Map<String, Tree> parse(String name, String text, Predicate<String> functions) {
        TemplateParser parser = new TemplateParser(name, text, functions);
        parser.parse();
        return parser.trees;
    }

    // tokens

    private Item next() {
        if (peeked > 0) {
            peeked--;
        } else {
            tokens[0] = lexer.next();
        }
        return tokens[peeked];
    }

    private void backup() {
        peeked++;
    }

    private void backup2(Item first) {
        tokens[1] = first;
        peeked = 2;
    }

    private void backup3(Item second, Item first) {
        tokens[1] = first;
        tokens[2] = second;
        peeked = 3;
    }

    private Item peek() {
        if (peeked > 0) {
            return tokens[peeked - 1];
        }
        peeked = 1;
        tokens[0] = lexer.next();
        return tokens[0];
    }

    private Item nextNonSpace() {
        Item token = next();
        while (token.is(Item.Type.SPACE)) {
            token = next();
        }
        return token;
    }

    private Item peekNonSpace() {
        Item token = nextNonSpace();
        backup();
        return token;
    }

    private GoException error(String message) {
        return new GoException("template: " + name + ":" + tokens[0].line() + ": " + message);
    }

    private Item expect(Item.Type type, String context) {
        Item token = nextNonSpace();
        if (!token.is(type)) {
            throw unexpected(token, context);
        }
        return token;
    }

    private GoException unexpected(Item token, String context) {
        if (token.is(Item.Type.ERROR)) {
            String extra = "";
            if (actionLine != 0 && actionLine != token.line()) {
                extra = " in action started at " + name + ":" + actionLine;
                extra = token.text().endsWith(" action") ? extra.substring(" in action".length()) : extra;
            }
            return error(token.text() + extra);
        }
        return error("unexpected " + token.shown() + " in " + context);
    }

    // structure

    private void parse() {
        variables.add("$");
        Item first = peek();
        List<TemplateNode> nodes = new ArrayList<>();
        while (!peek().is(Item.Type.EOF)) {
            if (peek().is(Item.Type.LEFT_DELIM)) {
                Item delim = next();
                if (nextNonSpace().is(Item.Type.DEFINE)) {
                    definition();
                    continue;
                }
                backup2(delim);
            }
            TemplateNode node = textOrAction();
            if (node instanceof End || node instanceof Else) {
                throw error("unexpected " + node.shown());
            }
            nodes.add(node);
        }
        add(name, new Block(first.position(), nodes));
    }

    private void add(String defined, Block root) {
        Tree tree = new Tree(defined, name, text, root);
        Tree before = trees.get(defined);
        if (before == null || before.isEmpty()) {
            trees.put(defined, tree);
        } else if (!tree.isEmpty()) {
            throw error("template: multiple definition of template " + GoQuote.quote(defined));
        }
    }

    private void definition() {
        String context = "define clause";
        Item token = nextNonSpace();
        if (!token.is(Item.Type.STRING) && !token.is(Item.Type.RAW_STRING)) {
            throw unexpected(token, context);
        }
        String defined = unquote(token);
        expect(Item.Type.RIGHT_DELIM, context);
        add(defined, body(context));
    }

    /** The block of a definition, which does not see the variables around it. */
    private Block body(String context) {
        List<String> outer = variables;
        int outerRanges = ranges;
        int outerLine = actionLine;
        variables = new ArrayList<>(List.of("$"));
        ranges = 0;
        actionLine = 0;
        List<TemplateNode> nodes = new ArrayList<>();
        int position = peekNonSpace().position();
        TemplateNode end = itemList(nodes);
        if (!(end instanceof End)) {
            throw error("unexpected " + end.shown() + " in " + context);
        }
        variables = outer;
        ranges = outerRanges;
        actionLine = outerLine;
        return new Block(position, nodes);
    }

    private TemplateNode itemList(List<TemplateNode> nodes) {
        if (++depth > DEEPEST) {
            throw error("max expression depth exceeded");
        }
        while (!peekNonSpace().is(Item.Type.EOF)) {
            TemplateNode node = textOrAction();
            if (node instanceof End || node instanceof Else) {
                depth--;
                return node;
            }
            nodes.add(node);
        }
        throw error("unexpected EOF");
    }

    private TemplateNode textOrAction() {
        Item token = nextNonSpace();
        if (token.is(Item.Type.TEXT)) {
            return new TemplateNode.Text(token.position(), token.text());
        }
        if (!token.is(Item.Type.LEFT_DELIM)) {
            throw unexpected(token, "input");
        }
        actionLine = token.line();
        TemplateNode node = action();
        actionLine = 0;
        return node;
    }

    private TemplateNode action() {
        Item token = nextNonSpace();
        return switch (token.type()) {
            case BLOCK -> block();
            case BREAK -> {
                loopControl("break");
                yield new TemplateNode.Break(token.position());
            }
            case CONTINUE -> {
                loopControl("continue");
                yield new TemplateNode.Continue(token.position());
            }
            case ELSE -> {
                Item following = peekNonSpace();
                boolean chained = following.is(Item.Type.IF) || following.is(Item.Type.WITH);
                yield new Else((chained ? following : expect(Item.Type.RIGHT_DELIM, "else")).position());
            }
            case END -> new End(expect(Item.Type.RIGHT_DELIM, "end").position());
            case IF -> control(Keyword.IF);
            case RANGE -> control(Keyword.RANGE);
            case WITH -> control(Keyword.WITH);
            case TEMPLATE -> call();
            default -> {
                backup();
                Item start = peek();
                yield new Action(start.position(), pipeline("command", Item.Type.RIGHT_DELIM));
            }
        };
    }

    private void loopControl(String word) {
        Item token = nextNonSpace();
        if (!token.is(Item.Type.RIGHT_DELIM)) {
            throw unexpected(token, "{{" + word + "}}");
        }
        if (ranges == 0) {
            throw error("{{" + word + "}} outside {{range}}");
        }
    }

    private TemplateNode control(Keyword keyword) {
        int visible = variables.size();
        Pipe pipe = pipeline(keyword.name().toLowerCase(Locale.ROOT), Item.Type.RIGHT_DELIM);
        ranges += keyword == Keyword.RANGE ? 1 : 0;
        int position = peekNonSpace().position();
        List<TemplateNode> nodes = new ArrayList<>();
        TemplateNode end = itemList(nodes);
        ranges -= keyword == Keyword.RANGE ? 1 : 0;
        Block otherwise = null;
        if (end instanceof Else) {
            boolean chained = (keyword == Keyword.IF && peek().is(Item.Type.IF))
                    || (keyword == Keyword.WITH && peek().is(Item.Type.WITH));
            if (chained) {
                next();
                if (++depth > DEEPEST) {
                    throw error("max expression depth exceeded");
                }
                otherwise = new Block(end.position(), List.of(control(keyword)));
                depth--;
            } else {
                int start = peekNonSpace().position();
                List<TemplateNode> others = new ArrayList<>();
                end = itemList(others);
                if (!(end instanceof End)) {
                    throw error("expected end; found " + end.shown());
                }
                otherwise = new Block(start, others);
            }
        }
        variables.subList(visible, variables.size()).clear();
        return new Branch(pipe.position(), keyword, pipe, new Block(position, nodes), otherwise);
    }

    private TemplateNode block() {
        String context = "block clause";
        Item token = nextNonSpace();
        String defined = templateName(token, context);
        Pipe pipe = pipeline(context, Item.Type.RIGHT_DELIM);
        add(defined, body(context));
        return new Call(token.position(), defined, pipe);
    }

    private TemplateNode call() {
        String context = "template clause";
        Item token = nextNonSpace();
        String called = templateName(token, context);
        Pipe pipe = null;
        if (!nextNonSpace().is(Item.Type.RIGHT_DELIM)) {
            backup();
            pipe = pipeline(context, Item.Type.RIGHT_DELIM);
        }
        return new Call(token.position(), called, pipe);
    }

    private String templateName(Item token, String context) {
        if (!token.is(Item.Type.STRING) && !token.is(Item.Type.RAW_STRING)) {
            throw unexpected(token, context);
        }
        return unquote(token);
    }

    // pipelines

    private Pipe pipeline(String context, Item.Type end) {
        int position = peekNonSpace().position();
        List<Variable> declarations = new ArrayList<>();
        boolean[] assign = new boolean[1];
        boolean more = true;
        while (more) {
            more = declaration(context, declarations, assign);
        }
        List<Command> commands = new ArrayList<>();
        while (true) {
            Item token = nextNonSpace();
            if (token.is(end)) {
                checkPipeline(commands, context);
                return new Pipe(position, assign[0], List.copyOf(declarations), List.copyOf(commands));
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
                    backup();
                    commands.add(command());
                }
                default -> throw unexpected(token, context);
            }
        }
    }

    private boolean declaration(String context, List<Variable> declarations, boolean[] assign) {
        Item variable = peekNonSpace();
        if (!variable.is(Item.Type.VARIABLE)) {
            return false;
        }
        next();
        Item after = peek();
        Item next = peekNonSpace();
        if (next.is(Item.Type.ASSIGN) || next.is(Item.Type.DECLARE)) {
            assign[0] = next.is(Item.Type.ASSIGN);
            nextNonSpace();
            declare(variable, declarations);
        } else if (next.is(Item.Type.CHAR) && next.text().equals(",")) {
            nextNonSpace();
            declare(variable, declarations);
            if (context.equals("range") && declarations.size() < 2) {
                Item.Type following = peekNonSpace().type();
                if (following == Item.Type.VARIABLE
                        || following == Item.Type.RIGHT_DELIM
                        || following == Item.Type.RIGHT_PAREN) {
                    return true;
                }
                throw error("range can only initialize variables");
            }
            throw error("too many declarations in " + context);
        } else if (after.is(Item.Type.SPACE)) {
            backup3(variable, after);
        } else {
            backup2(variable);
        }
        return false;
    }

    private void declare(Item variable, List<Variable> declarations) {
        declarations.add(new Variable(variable.position(), names(variable.text())));
        variables.add(variable.text());
    }

    private void checkPipeline(List<Command> commands, String context) {
        if (commands.isEmpty()) {
            throw error("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            TemplateNode first = commands.get(i).arguments().get(0);
            if (isConstant(first)) {
                throw error("non executable command in pipeline stage " + (i + 1));
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
        int position = peekNonSpace().position();
        List<TemplateNode> arguments = new ArrayList<>();
        while (true) {
            peekNonSpace();
            TemplateNode operand = operand();
            if (operand != null) {
                arguments.add(operand);
            }
            Item token = next();
            if (token.is(Item.Type.SPACE)) {
                continue;
            }
            if (token.is(Item.Type.RIGHT_DELIM) || token.is(Item.Type.RIGHT_PAREN)) {
                backup();
            } else if (!token.is(Item.Type.PIPE)) {
                throw unexpected(token, "operand");
            }
            if (arguments.isEmpty()) {
                throw error("empty command");
            }
            return new Command(position, arguments);
        }
    }

    private @Nullable TemplateNode operand() {
        TemplateNode node = term();
        if (node == null || !peek().is(Item.Type.FIELD)) {
            return node;
        }
        int position = peek().position();
        List<String> fields = new ArrayList<>();
        while (peek().is(Item.Type.FIELD)) {
            fields.add(next().text().substring(1));
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
            throw error("unexpected . after term " + GoQuote.quote(node.shown()));
        }
        return new Chain(position, node, fields);
    }

    private @Nullable TemplateNode term() {
        Item token = nextNonSpace();
        int position = token.position();
        return switch (token.type()) {
            case IDENTIFIER -> {
                if (!functions.test(token.text())) {
                    throw error("function " + GoQuote.quote(token.text()) + " not defined");
                }
                yield new TemplateNode.Identifier(position, token.text());
            }
            case DOT -> new TemplateNode.Dot(position);
            case NIL -> new TemplateNode.Nil(position);
            case VARIABLE -> {
                Variable variable = new Variable(position, names(token.text()));
                String name = variable.names().get(0);
                if (!variables.contains(name)) {
                    throw error("undefined variable " + GoQuote.quote(name));
                }
                yield variable;
            }
            case FIELD -> new Field(position, names(token.text().substring(1)));
            case BOOL -> new TemplateNode.Bool(position, token.text().equals("true"));
            case CHAR_CONSTANT, COMPLEX, NUMBER -> number(token);
            case LEFT_PAREN -> {
                if (++depth > DEEPEST) {
                    throw error("max expression depth exceeded");
                }
                Pipe pipe = pipeline("parenthesized pipeline", Item.Type.RIGHT_PAREN);
                depth--;
                yield pipe;
            }
            case STRING, RAW_STRING -> new TemplateNode.Str(position, token.text(), unquote(token));
            default -> {
                backup();
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
            throw error(e.getMessage());
        }
    }

    private String unquote(Item token) {
        try {
            return Unquote.string(token.text());
        } catch (GoException e) {
            throw error(e.getMessage());
        }
    }

    private static List<String> names(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }
}
