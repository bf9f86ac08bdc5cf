package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Action;
import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.helm.template.TemplateNode.Branch;
import dev.drydock.helm.template.TemplateNode.Call;
import dev.drydock.helm.template.TemplateNode.Else;
import dev.drydock.helm.template.TemplateNode.End;
import dev.drydock.helm.template.TemplateNode.Keyword;
import dev.drydock.helm.template.TemplateNode.Pipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Parses the body of one template, text and actions, with variables and loops of its own. */
final class BodyParser {

    private final ItemStream items;
    private final Nesting nesting;
    private final Predicate<String> functions;
    private final Definitions definitions;
    private final VariableScope variables = new VariableScope();
    private final PipelineParser pipelines;
    private int ranges;

    BodyParser(ItemStream items, Nesting nesting, Predicate<String> functions, Definitions definitions) {
        this.items = items;
        this.nesting = nesting;
        this.functions = functions;
        this.definitions = definitions;
        this.pipelines = new PipelineParser(items, nesting, functions, variables);
    }

    /** The body of a definition, up to its end, which is read too. */
    Block body(String context) {
        items.endAction();
        ItemList list = itemList();
        if (!(list.end() instanceof End)) {
            throw items.error("unexpected " + list.end().shown() + " in " + context);
        }
        return list.block();
    }

    /** The nodes up to the token that ends them, be it the end or another branch. */
    private ItemList itemList() {
        List<TemplateNode> nodes = new ArrayList<>();
        int position = items.peekNonSpace().position();
        nesting.enter();
        while (!items.peekNonSpace().is(Item.Type.EOF)) {
            TemplateNode node = textOrAction();
            if (node instanceof End || node instanceof Else) {
                nesting.leave();
                return new ItemList(new Block(position, nodes), node);
            }
            nodes.add(node);
        }
        throw items.error("unexpected EOF");
    }

    /** A block and what ended it. */
    private record ItemList(Block block, TemplateNode end) {}

    /** The next node; an {@link End} or {@link Else} is left to the caller. */
    TemplateNode textOrAction() {
        Item token = items.nextNonSpace();
        if (token.is(Item.Type.TEXT)) {
            return new TemplateNode.Text(token.position(), token.text());
        }
        if (!token.is(Item.Type.LEFT_DELIM)) {
            throw items.unexpected(token, "input");
        }
        items.startAction(token.line());
        TemplateNode node = action();
        items.endAction();
        return node;
    }

    private TemplateNode action() {
        Item token = items.nextNonSpace();
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
                Item following = items.peekNonSpace();
                boolean chained = following.is(Item.Type.IF) || following.is(Item.Type.WITH);
                yield new Else((chained ? following : items.expect(Item.Type.RIGHT_DELIM, "else")).position());
            }
            case END -> new End(items.expect(Item.Type.RIGHT_DELIM, "end").position());
            case IF -> control(Keyword.IF);
            case RANGE -> control(Keyword.RANGE);
            case WITH -> control(Keyword.WITH);
            case TEMPLATE -> call();
            default -> {
                items.backup();
                Item start = items.peek();
                yield new Action(start.position(), pipelines.pipeline("command", Item.Type.RIGHT_DELIM));
            }
        };
    }

    private void loopControl(String word) {
        Item token = items.nextNonSpace();
        if (!token.is(Item.Type.RIGHT_DELIM)) {
            throw items.unexpected(token, "{{" + word + "}}");
        }
        if (ranges == 0) {
            throw items.error("{{" + word + "}} outside {{range}}");
        }
    }

    private TemplateNode control(Keyword keyword) {
        int visible = variables.size();
        Pipe pipe = pipelines.pipeline(keyword.name().toLowerCase(Locale.ROOT), Item.Type.RIGHT_DELIM);
        ranges += keyword == Keyword.RANGE ? 1 : 0;
        ItemList list = itemList();
        ranges -= keyword == Keyword.RANGE ? 1 : 0;
        Block otherwise =
                list.end() instanceof Else ? otherwise(keyword, list.end().position()) : null;
        variables.shrinkTo(visible);
        return new Branch(pipe.position(), keyword, pipe, list.block(), otherwise);
    }

    /** What follows an else: {@code else if} and {@code else with} share the end of the branch that they belong to. */
    private Block otherwise(Keyword keyword, int position) {
        boolean chained = (keyword == Keyword.IF && items.peek().is(Item.Type.IF))
                || (keyword == Keyword.WITH && items.peek().is(Item.Type.WITH));
        if (chained) {
            items.next();
            nesting.enter();
            Block chain = new Block(position, List.of(control(keyword)));
            nesting.leave();
            return chain;
        }
        ItemList list = itemList();
        if (!(list.end() instanceof End)) {
            throw items.error("expected end; found " + list.end().shown());
        }
        return list.block();
    }

    private TemplateNode block() {
        String context = "block clause";
        Item token = items.nextNonSpace();
        String defined = items.expectString(token, context);
        Pipe pipe = pipelines.pipeline(context, Item.Type.RIGHT_DELIM);
        definitions.add(defined, new BodyParser(items, nesting, functions, definitions).body(context), items);
        return new Call(token.position(), defined, pipe);
    }

    private TemplateNode call() {
        String context = "template clause";
        Item token = items.nextNonSpace();
        String called = items.expectString(token, context);
        Pipe pipe = null;
        if (!items.nextNonSpace().is(Item.Type.RIGHT_DELIM)) {
            items.backup();
            pipe = pipelines.pipeline(context, Item.Type.RIGHT_DELIM);
        }
        return new Call(token.position(), called, pipe);
    }
}
