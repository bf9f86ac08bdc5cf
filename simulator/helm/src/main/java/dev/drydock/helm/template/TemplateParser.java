package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.helm.template.TemplateNode.Else;
import dev.drydock.helm.template.TemplateNode.End;
import dev.drydock.helm.value.GoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Parses a template and the templates that it defines (text/template/parse/parse.go). */
final class TemplateParser {

    private final Predicate<String> functions;
    private final ItemStream items;
    private final Nesting nesting;
    private final Definitions definitions;

    private TemplateParser(String name, String text, Predicate<String> functions) {
        this.functions = functions;
        this.items = new ItemStream(name, text);
        this.nesting = new Nesting(items);
        this.definitions = new Definitions(name, text);
    }

    /**
     * The templates of a text by name, its own among them.
     *
     * @throws GoException with the parser's message
     */
    static Map<String, Tree> parse(String name, String text, Predicate<String> functions) {
        TemplateParser parser = new TemplateParser(name, text, functions);
        parser.definitions.add(name, parser.text(), parser.items);
        return parser.definitions.trees();
    }

    /** The whole text without the definitions, which may stand only at this level. */
    private Block text() {
        BodyParser body = body();
        int position = items.peek().position();
        List<TemplateNode> nodes = new ArrayList<>();
        while (!items.peek().is(Item.Type.EOF)) {
            if (items.peek().is(Item.Type.LEFT_DELIM)) {
                Item delim = items.next();
                if (items.nextNonSpace().is(Item.Type.DEFINE)) {
                    definition();
                    continue;
                }
                items.backup2(delim);
            }
            TemplateNode node = body.textOrAction();
            if (node instanceof End || node instanceof Else) {
                throw items.error("unexpected " + node.shown());
            }
            nodes.add(node);
        }
        return new Block(position, nodes);
    }

    private void definition() {
        String context = "define clause";
        String defined = items.expectString(items.nextNonSpace(), context);
        items.expect(Item.Type.RIGHT_DELIM, context);
        definitions.add(defined, body().body(context), items);
    }

    private BodyParser body() {
        return new BodyParser(items, nesting, functions, definitions);
    }
}
