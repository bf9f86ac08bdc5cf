package dev.drydock.helm.template;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.yaml.GoQuote;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Templates that can call each other by name, with the functions that they can call (text/template's Template). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TemplateSet {

    /** Longest text that templates make, in characters; more is a {@link LimitException}. */
    public static final int LONGEST_TEXT = 16 << 20;

    /** Finds the methods of values. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    @FunctionalInterface
    public interface Methods {

        /** The method of a value, or null. */
        @Nullable
        GoFunction find(Object value, String name);
    }

    private final String name;
    private final Map<String, GoFunction> functions;
    private final Methods methods;
    private final Map<String, Tree> trees;
    private final Budget budget;

    private TemplateSet(
            String name, Map<String, GoFunction> functions, Methods methods, Map<String, Tree> trees, Budget budget) {
        this.name = name;
        this.functions = new HashMap<>(functions);
        this.methods = methods;
        this.trees = new HashMap<>(trees);
        this.budget = budget;
    }

    /**
     * An empty set.
     *
     * @param name the name that messages give to the set
     */
    public static TemplateSet create(String name, Map<String, GoFunction> functions, Methods methods) {
        return new TemplateSet(name, functions, methods, Map.of(), new Budget());
    }

    /** A set with the same templates and functions, which can get others. */
    public TemplateSet copy() {
        return new TemplateSet(name, functions, methods, trees, budget);
    }

    /** The name of the set. */
    public String name() {
        return name;
    }

    /** Adds or replaces a function. */
    public void define(String function, GoFunction body) {
        functions.put(function, body);
    }

    /**
     * Adds the templates of a text. One that is there already is replaced unless the new one is empty.
     *
     * @throws GoException with the parser's message
     */
    public void parse(String template, String text) {
        Map<String, Tree> parsed = TemplateParser.parse(
                template,
                text,
                function -> functions.containsKey(function) || Builtins.FUNCTIONS.containsKey(function));
        parsed.forEach((defined, tree) -> {
            if (!trees.containsKey(defined) || !tree.isEmpty()) {
                trees.put(defined, tree);
            }
        });
    }

    /**
     * What a template prints.
     *
     * @param data the dot
     * @throws GoException with Go's message
     * @throws LimitException when it does more than is modelled
     */
    public String execute(String template, @Nullable Object data) {
        Tree tree = trees.get(template);
        if (tree == null) {
            throw new GoException("template: no template " + GoQuote.quote(template) + " associated with template "
                    + GoQuote.quote(name));
        }
        StringBuilder out = new StringBuilder();
        new Execution(this, tree, out, data == null ? Absent.INVALID : data, 0).run();
        return out.toString();
    }

    @Nullable
    Tree tree(String template) {
        return trees.get(template);
    }

    @Nullable
    GoFunction function(String function) {
        return functions.get(function);
    }

    @Nullable
    GoFunction method(Object value, String method) {
        return methods.find(value, method);
    }

    Budget budget() {
        return budget;
    }
}
