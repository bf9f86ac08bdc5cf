package dev.drydock.yaml;

import dev.drydock.yaml.Token.Kind;
import dev.drydock.yaml.Token.Mark;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the syntax tree of one document after another from tokens, by the grammar of libyaml's parser. */
final class YamlParser {

    private static final Set<Kind> ENDS_DOCUMENT = EnumSet.of(
            Kind.VERSION_DIRECTIVE, Kind.TAG_DIRECTIVE, Kind.DOCUMENT_START, Kind.DOCUMENT_END, Kind.STREAM_END);
    private static final Set<Kind> ENDS_ENTRY = EnumSet.of(Kind.BLOCK_ENTRY, Kind.KEY, Kind.VALUE, Kind.BLOCK_END);
    private static final Set<Kind> ENDS_BLOCK_PART = EnumSet.of(Kind.KEY, Kind.VALUE, Kind.BLOCK_END);

    private final Chunk chunk;
    private final YamlScanner scanner;
    private final Map<String, SyntaxNode> anchors = new HashMap<>();
    private final Map<String, String> tagPrefixes = new HashMap<>();
    private boolean first = true;
    private int depth;
    private int nodes;

    YamlParser(Chunk chunk, YamlMode mode) {
        this.chunk = chunk;
        this.scanner = new YamlScanner(new CharReader(chunk.text()), mode);
    }

    /** The next document, null at the end of the text. */
    @Nullable
    SyntaxNode document() {
        while (!first && is(Kind.DOCUMENT_END)) {
            scanner.next();
        }
        if (is(Kind.STREAM_END)) {
            return null;
        }
        boolean explicit = is(Kind.VERSION_DIRECTIVE) || is(Kind.TAG_DIRECTIVE) || is(Kind.DOCUMENT_START);
        boolean implicit = first && !explicit;
        first = false;
        directives();
        anchors.clear();
        if (!implicit) {
            if (!is(Kind.DOCUMENT_START)) {
                throw SyntaxProblem.withoutContext(
                        "did not find expected <document start>", scanner.peek().start());
            }
            scanner.next();
        }
        SyntaxNode root = !implicit && ENDS_DOCUMENT.contains(scanner.peek().kind())
                ? empty(scanner.peek().start())
                : node(true, false);
        if (is(Kind.DOCUMENT_END)) {
            scanner.next();
        }
        return root;
    }

    private void directives() {
        tagPrefixes.clear();
        boolean version = false;
        while (is(Kind.VERSION_DIRECTIVE) || is(Kind.TAG_DIRECTIVE)) {
            Token token = scanner.peek();
            if (token.kind() == Kind.VERSION_DIRECTIVE) {
                if (version) {
                    throw SyntaxProblem.withoutContext("found duplicate %YAML directive", token.start());
                }
                if (!token.text().equals("1.1")) {
                    throw SyntaxProblem.withoutContext("found incompatible YAML document", token.start());
                }
                version = true;
            } else if (tagPrefixes.put(token.text(), token.suffix()) != null) {
                throw SyntaxProblem.withoutContext("found duplicate %TAG directive", token.start());
            }
            scanner.next();
        }
        tagPrefixes.putIfAbsent("!", "!");
        tagPrefixes.putIfAbsent("!!", ScalarResolver.TAG_PREFIX);
    }

    private SyntaxNode node(boolean block, boolean indentless) {
        Token token = scanner.peek();
        if (++nodes > Limits.NODES) {
            throw SyntaxProblem.withoutLine(Limits.tooMany(), token.start());
        }
        if (token.kind() == Kind.ALIAS) {
            scanner.next();
            SyntaxNode target = anchors.get(token.text());
            if (target == null) {
                String problem = "unknown anchor '" + token.text() + "' referenced";
                throw SyntaxProblem.withoutLine(problem, token.start());
            }
            return SyntaxNode.alias(chunk.at(token.start()), token.text(), target);
        }
        Mark start = token.start();
        String anchor = "";
        String tag = "";
        boolean tagged = false;
        for (int i = 0; i < 2; i++) {
            if (is(Kind.ANCHOR) && anchor.isEmpty()) {
                anchor = scanner.next().text();
            } else if (is(Kind.TAG) && !tagged) {
                tag = tag(scanner.next(), start);
                tagged = true;
            }
        }
        return content(block, indentless, start, anchor, tag);
    }

    private String tag(Token token, Mark start) {
        if (token.text().isEmpty()) {
            return token.suffix();
        }
        String prefix = tagPrefixes.get(token.text());
        if (prefix == null) {
            throw SyntaxProblem.parsing("found undefined tag handle", start, token.start());
        }
        return prefix + token.suffix();
    }

    private SyntaxNode content(boolean block, boolean indentless, Mark start, String anchor, String tag) {
        Token token = scanner.peek();
        Location place = chunk.at(start);
        switch (token.kind()) {
            case SCALAR -> {
                scanner.next();
                ScalarNode.Style style = token.style() == null ? ScalarNode.Style.PLAIN : token.style();
                return anchored(anchor, SyntaxNode.scalar(place, tag, token.text(), style, !block));
            }
            case FLOW_SEQUENCE_START -> {
                return flowSequence(collection(SyntaxNode.Kind.SEQUENCE, place, anchor, tag));
            }
            case FLOW_MAPPING_START -> {
                return flowMapping(collection(SyntaxNode.Kind.MAPPING, place, anchor, tag));
            }
            case BLOCK_ENTRY -> {
                if (indentless) {
                    return indentlessSequence(collection(SyntaxNode.Kind.SEQUENCE, place, anchor, tag));
                }
            }
            case BLOCK_SEQUENCE_START -> {
                if (block) {
                    return blockSequence(collection(SyntaxNode.Kind.SEQUENCE, place, anchor, tag));
                }
            }
            case BLOCK_MAPPING_START -> {
                if (block) {
                    return blockMapping(collection(SyntaxNode.Kind.MAPPING, place, anchor, tag));
                }
            }
            default -> {}
        }
        if (anchor.isEmpty() && tag.isEmpty()) {
            throw SyntaxProblem.parsing("did not find expected node content", start, token.start());
        }
        return anchored(anchor, SyntaxNode.scalar(place, tag, "", ScalarNode.Style.PLAIN, !block));
    }

    private SyntaxNode anchored(String anchor, SyntaxNode node) {
        if (!anchor.isEmpty()) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private SyntaxNode collection(SyntaxNode.Kind kind, Location place, String anchor, String tag) {
        if (++depth > Limits.DEPTH) {
            refuseDepth();
        }
        return anchored(anchor, SyntaxNode.collection(kind, place, tag));
    }

    /** Reads on without building, because the real readers take more depth and may have another complaint. */
    private void refuseDepth() {
        Mark place = scanner.peek().start();
        while (!is(Kind.STREAM_END)) {
            scanner.next();
        }
        throw SyntaxProblem.withoutLine(Limits.tooDeep(), place);
    }

    private SyntaxNode blockSequence(SyntaxNode sequence) {
        Mark start = scanner.next().start();
        while (is(Kind.BLOCK_ENTRY)) {
            Mark mark = scanner.next().end();
            boolean empty = is(Kind.BLOCK_ENTRY) || is(Kind.BLOCK_END);
            sequence.children.add(empty ? empty(mark) : node(true, false));
        }
        if (!is(Kind.BLOCK_END)) {
            throw SyntaxProblem.parsing(
                    "did not find expected '-' indicator", start, scanner.peek().start());
        }
        return closed(sequence);
    }

    private SyntaxNode indentlessSequence(SyntaxNode sequence) {
        while (is(Kind.BLOCK_ENTRY)) {
            Mark mark = scanner.next().end();
            boolean empty = ENDS_ENTRY.contains(scanner.peek().kind());
            sequence.children.add(empty ? empty(mark) : node(true, false));
        }
        depth--;
        return sequence;
    }

    private SyntaxNode blockMapping(SyntaxNode mapping) {
        Mark start = scanner.next().start();
        while (true) {
            if (is(Kind.KEY)) {
                mapping.children.add(blockPart(scanner.next().end()));
            } else if (is(Kind.BLOCK_END)) {
                return closed(mapping);
            } else {
                throw SyntaxProblem.parsing(
                        "did not find expected key", start, scanner.peek().start());
            }
            mapping.children.add(
                    is(Kind.VALUE)
                            ? blockPart(scanner.next().end())
                            : empty(scanner.peek().start()));
        }
    }

    private SyntaxNode blockPart(Mark mark) {
        return ENDS_BLOCK_PART.contains(scanner.peek().kind()) ? empty(mark) : node(true, true);
    }

    private SyntaxNode flowSequence(SyntaxNode sequence) {
        Mark start = scanner.next().start();
        boolean opening = true;
        while (!is(Kind.FLOW_SEQUENCE_END)) {
            if (!opening) {
                separator(start, "did not find expected ',' or ']'");
            }
            opening = false;
            if (is(Kind.KEY)) {
                sequence.children.add(pair());
            } else if (!is(Kind.FLOW_SEQUENCE_END)) {
                sequence.children.add(node(false, false));
            }
        }
        return closed(sequence);
    }

    /** A mapping of one entry without braces, as an item of a flow sequence. */
    private SyntaxNode pair() {
        Token key = scanner.next();
        SyntaxNode pair = collection(SyntaxNode.Kind.MAPPING, chunk.at(key.start()), "", "");
        flowEntry(pair, Kind.FLOW_SEQUENCE_END);
        depth--;
        return pair;
    }

    /** A key and what follows it, both of which may be missing. */
    private void flowEntry(SyntaxNode mapping, Kind end) {
        boolean noKey = is(Kind.VALUE) || is(Kind.FLOW_ENTRY) || is(end);
        mapping.children.add(noKey ? emptyInFlow() : node(false, false));
        boolean value = is(Kind.VALUE);
        if (value) {
            scanner.next();
        }
        boolean noValue = !value || is(Kind.FLOW_ENTRY) || is(end);
        mapping.children.add(noValue ? emptyInFlow() : node(false, false));
    }

    private SyntaxNode flowMapping(SyntaxNode mapping) {
        Mark start = scanner.next().start();
        boolean opening = true;
        while (!is(Kind.FLOW_MAPPING_END)) {
            if (!opening) {
                separator(start, "did not find expected ',' or '}'");
            }
            opening = false;
            if (is(Kind.KEY)) {
                scanner.next();
                flowEntry(mapping, Kind.FLOW_MAPPING_END);
            } else if (!is(Kind.FLOW_MAPPING_END)) {
                mapping.children.add(node(false, false));
                mapping.children.add(emptyInFlow());
            }
        }
        return closed(mapping);
    }

    private void separator(Mark start, String problem) {
        if (!is(Kind.FLOW_ENTRY)) {
            throw SyntaxProblem.parsing(problem, start, scanner.peek().start());
        }
        scanner.next();
    }

    private SyntaxNode closed(SyntaxNode collection) {
        scanner.next();
        depth--;
        return collection;
    }

    private SyntaxNode empty(Mark mark) {
        return SyntaxNode.scalar(chunk.at(mark), "", "", ScalarNode.Style.PLAIN, false);
    }

    private SyntaxNode emptyInFlow() {
        return SyntaxNode.scalar(chunk.at(scanner.peek().start()), "", "", ScalarNode.Style.PLAIN, true);
    }

    private boolean is(Kind kind) {
        return scanner.peek().kind() == kind;
    }
}
