package dev.drydock.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node as it is written, before a reading mode gives it a value. */
final class SyntaxNode {

    /** What a node is. */
    enum Kind {
        SCALAR,
        SEQUENCE,
        MAPPING,
        ALIAS
    }

    final Kind kind;
    final Location location;
    final String tag;

    /** Value of a scalar, name of an alias. */
    final String text;

    final ScalarNode.Style style;

    /** Items of a sequence; keys and values of a mapping in turn. */
    final List<SyntaxNode> children;

    /** Whether it stands between brackets or braces. */
    final boolean flow;

    /** What an alias stands for. */
    final @Nullable SyntaxNode target;

    private SyntaxNode(
            Kind kind,
            Location location,
            String tag,
            String text,
            ScalarNode.Style style,
            boolean flow,
            @Nullable SyntaxNode target) {
        this.kind = kind;
        this.location = location;
        this.tag = tag;
        this.text = text;
        this.style = style;
        this.flow = flow;
        this.target = target;
        this.children = kind == Kind.SEQUENCE || kind == Kind.MAPPING ? new ArrayList<>() : List.of();
    }

    static SyntaxNode scalar(Location location, String tag, String text, ScalarNode.Style style, boolean flow) {
        return new SyntaxNode(Kind.SCALAR, location, tag, text, style, flow, null);
    }

    static SyntaxNode collection(Kind kind, Location location, String tag) {
        return new SyntaxNode(kind, location, tag, "", ScalarNode.Style.PLAIN, false, null);
    }

    static SyntaxNode alias(Location location, String name, SyntaxNode target) {
        return new SyntaxNode(Kind.ALIAS, location, "", name, ScalarNode.Style.PLAIN, false, target);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }
}
