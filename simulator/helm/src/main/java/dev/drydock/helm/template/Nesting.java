package dev.drydock.helm.template;

/** How deep blocks and parentheses stand in each other, so that no text can exhaust the stack. */
final class Nesting {

    /** Upstream allows more parentheses and does not count blocks. */
    private static final int DEEPEST = 500;

    private final ItemStream items;
    private int depth;

    Nesting(ItemStream items) {
        this.items = items;
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw items.error("max expression depth exceeded");
        }
    }

    void leave() {
        depth--;
    }
}
