package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.yaml.GoQuote;
import java.util.LinkedHashMap;
import java.util.Map;

/** The templates that stand in one text, by name (the {@code treeSet} of parse.go). */
final class Definitions {

    private final String parseName;
    private final String text;
    private final Map<String, Tree> trees = new LinkedHashMap<>();

    Definitions(String parseName, String text) {
        this.parseName = parseName;
        this.text = text;
    }

    Map<String, Tree> trees() {
        return trees;
    }

    /** Adds a template; of two with one name, one must be empty. */
    void add(String name, Block root, ItemStream items) {
        Tree tree = new Tree(name, parseName, text, root);
        Tree before = trees.get(name);
        if (before == null || before.isEmpty()) {
            trees.put(name, tree);
        } else if (!tree.isEmpty()) {
            throw items.error("template: multiple definition of template " + GoQuote.quote(name));
        }
    }
}
