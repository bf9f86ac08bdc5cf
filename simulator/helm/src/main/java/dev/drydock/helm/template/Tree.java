package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Block;
import dev.drydock.helm.value.GoString;

/**
 * A parsed template.
 *
 * @param name its name
 * @param parseName name of the text that it stands in
 * @param text that text
 * @param root what it does
 */
record Tree(String name, String parseName, String text, Block root) {

    /** The place of a node: {@code name:line:column}. */
    String place(TemplateNode node) {
        String before = text.substring(0, Math.min(node.position(), text.length()));
        int newLine = before.lastIndexOf('\n');
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        int column = GoString.length(before.substring(newLine + 1));
        return parseName + ":" + line + ":" + column;
    }

    boolean isEmpty() {
        return isEmpty(root);
    }

    private static boolean isEmpty(TemplateNode node) {
        if (node instanceof Block block) {
            return block.nodes().stream().allMatch(Tree::isEmpty);
        }
        return node instanceof TemplateNode.Text text && text.text().isBlank();
    }
}
