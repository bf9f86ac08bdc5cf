package dev.drydock.yaml;

import dev.drydock.yaml.Token.Kind;
import dev.drydock.yaml.Token.Mark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts a text into tokens as libyaml's scanner does, on which go-yaml stands.
 *
 * <p>An own scanner and not snakeyaml's, because what is legal and where a text is refused differ in many places (tabs,
 * {@code {a:1}}, directives, escapes) and because the messages and lines of go-yaml can be seen by users.
 *
 * <p>A block mapping is noticed only when the colon behind its first key comes into sight; until then the place of a
 * possible key is remembered, so that the key token can be inserted before tokens that were already made.
 */
final class YamlScanner {

    private static final Mark ORIGIN = new Mark(0, 0, 0);

    /** A place where a key without question mark may begin; one is kept for every level of flow brackets. */
    private static final class PossibleKey {
        boolean possible;
        boolean required;
        int token;
        Mark mark = ORIGIN;
    }

    private final CharReader in;
    private final ScalarScanner scalars;
    private final TagScanner tags;
    private final int lookahead;
    private final ArrayList<Token> tokens = new ArrayList<>();
    private int head;
    private int taken;
    private final List<PossibleKey> keys = new ArrayList<>();
    private final Map<Integer, PossibleKey> keyByToken = new HashMap<>();
    private final Deque<Integer> indents = new ArrayDeque<>();
    private int indent = -1;
    private int flowLevel;
    private boolean keyAllowed = true;
    private boolean ended;

    /** A scanner; go-yaml v3 reads two tokens further ahead than v2 and so meets some errors earlier. */
    YamlScanner(CharReader in, YamlMode mode) {
        this.in = in;
        this.scalars = new ScalarScanner(in);
        this.tags = new TagScanner(in);
        this.lookahead = mode == YamlMode.KUSTOMIZE ? 2 : 0;
        keys.add(new PossibleKey());
    }

    /** The next token, which stays where it is; at the end of the text always the same one. */
    Token peek() {
        fetchMore();
        return tokens.get(head);
    }

    /** Takes the next token. */
    Token next() {
        Token token = peek();
        if (token.kind() != Kind.STREAM_END) {
            head++;
            taken++;
            if (head == tokens.size()) {
                tokens.clear();
                head = 0;
            } else if (head > 4096) {
                tokens.subList(0, head).clear();
                head = 0;
            }
        }
        return token;
    }

    private void fetchMore() {
        while (true) {
            boolean enough = ended || head < tokens.size() - lookahead;
            if ((enough && !mayBecomeKey(taken)) || ended) {
                return;
            }
            fetch();
        }
    }

    private boolean mayBecomeKey(int token) {
        PossibleKey key = keyByToken.get(token);
        return key != null && isValid(key);
    }

    /** A key fits on one line and in 1024 characters. */
    private boolean isValid(PossibleKey key) {
        if (!key.possible) {
            return false;
        }
        if (key.mark.line() < in.line() || key.mark.index() + 1024 < in.index()) {
            if (key.required) {
                throw SyntaxProblem.scanning("could not find expected ':'", key.mark, in.mark());
            }
            forget(key);
            return false;
        }
        return true;
    }

    private void fetch() {
        Mark before = in.mark();
        skipToToken();
        unroll(in.column(), lookahead > 0 ? before : in.mark());
        char c = in.peek();
        char d = in.peek(1);
        boolean flow = flowLevel > 0;
        if (c == 0) {
            streamEnd();
        } else if (c == '%' && in.column() == 0) {
            outside();
            add(tags.directive());
        } else if (in.atDocumentIndicator()) {
            outside();
            simple(c == '-' ? Kind.DOCUMENT_START : Kind.DOCUMENT_END, 3);
        } else if (c == '[' || c == '{') {
            saveKey();
            enterFlow();
            keyAllowed = true;
            simple(c == '[' ? Kind.FLOW_SEQUENCE_START : Kind.FLOW_MAPPING_START, 1);
        } else if (c == ']' || c == '}') {
            removeKey();
            leaveFlow();
            keyAllowed = false;
            simple(c == ']' ? Kind.FLOW_SEQUENCE_END : Kind.FLOW_MAPPING_END, 1);
        } else if (c == ',') {
            removeKey();
            keyAllowed = true;
            simple(Kind.FLOW_ENTRY, 1);
        } else if (c == '-' && CharReader.isBlankOrEnd(d)) {
            blockEntry();
        } else if (c == '?' && (flow || CharReader.isBlankOrEnd(d))) {
            key();
        } else if (c == ':' && (flow || CharReader.isBlankOrEnd(d))) {
            value();
        } else {
            content(c, flow);
        }
    }

    private void content(char c, boolean flow) {
        if (c == '*' || c == '&') {
            saveKey();
            keyAllowed = false;
            add(tags.anchor(c == '*' ? Kind.ALIAS : Kind.ANCHOR));
        } else if (c == '!') {
            saveKey();
            keyAllowed = false;
            add(tags.tag());
        } else if ((c == '|' || c == '>') && !flow) {
            removeKey();
            keyAllowed = true;
            add(scalars.block(c == '|', indent));
        } else if (c == '\'' || c == '"') {
            saveKey();
            keyAllowed = false;
            add(scalars.quoted(c == '\''));
        } else if (startsPlain(c, flow)) {
            saveKey();
            keyAllowed = false;
            add(scalars.plain(flow, indent));
            keyAllowed |= scalars.endedOnNewLine();
        } else {
            throw SyntaxProblem.scanning("found character that cannot start any token", in.mark(), in.mark());
        }
    }

    private boolean startsPlain(char c, boolean flow) {
        if (c == '-') {
            return !CharReader.isBlank(in.peek(1));
        }
        if (c == '?' || c == ':') {
            return !flow && !CharReader.isBlankOrEnd(in.peek(1));
        }
        return !CharReader.isBlankOrEnd(c) && ",[]{}#&*!|>'\"%@`".indexOf(c) < 0;
    }

    /** Over blanks, comments and line ends; a tab may not stand where indentation counts. */
    private void skipToToken() {
        while (true) {
            if (in.index() == 0) {
                in.skipByteOrderMark();
            }
            while (in.peek() == ' ' || (in.peek() == '\t' && (flowLevel > 0 || !keyAllowed))) {
                in.skip();
            }
            if (in.peek() == '#') {
                while (!CharReader.isBreakOrEnd(in.peek())) {
                    in.skip();
                }
            }
            if (!CharReader.isBreak(in.peek())) {
                return;
            }
            in.skipLine();
            keyAllowed |= flowLevel == 0;
        }
    }

    private void streamEnd() {
        in.closeLine();
        outside();
        add(Token.of(Kind.STREAM_END, in.mark(), in.mark()));
        ended = true;
    }

    /** What stands between documents ends every block and is no key. */
    private void outside() {
        unroll(-1, in.mark());
        removeKey();
        keyAllowed = false;
    }

    private void blockEntry() {
        if (flowLevel == 0) {
            if (!keyAllowed) {
                String problem = "block sequence entries are not allowed in this context";
                throw SyntaxProblem.scanning(problem, in.mark(), in.mark());
            }
            roll(in.column(), -1, Kind.BLOCK_SEQUENCE_START, in.mark());
        }
        removeKey();
        keyAllowed = true;
        simple(Kind.BLOCK_ENTRY, 1);
    }

    private void key() {
        if (flowLevel == 0) {
            if (!keyAllowed) {
                String problem = "mapping keys are not allowed in this context";
                throw SyntaxProblem.scanning(problem, in.mark(), in.mark());
            }
            roll(in.column(), -1, Kind.BLOCK_MAPPING_START, in.mark());
        }
        removeKey();
        keyAllowed = flowLevel == 0;
        simple(Kind.KEY, 1);
    }

    private void value() {
        PossibleKey key = keys.get(keys.size() - 1);
        if (isValid(key)) {
            insert(key.token, Token.of(Kind.KEY, key.mark, key.mark));
            roll(key.mark.column(), key.token, Kind.BLOCK_MAPPING_START, key.mark);
            forget(key);
            keyAllowed = false;
        } else {
            if (flowLevel == 0) {
                if (!keyAllowed) {
                    String problem = "mapping values are not allowed in this context";
                    throw SyntaxProblem.scanning(problem, in.mark(), in.mark());
                }
                roll(in.column(), -1, Kind.BLOCK_MAPPING_START, in.mark());
            }
            keyAllowed = flowLevel == 0;
        }
        simple(Kind.VALUE, 1);
    }

    private void saveKey() {
        if (keyAllowed) {
            removeKey();
            PossibleKey key = keys.get(keys.size() - 1);
            key.possible = true;
            key.required = flowLevel == 0 && indent == in.column();
            key.token = taken + tokens.size() - head;
            key.mark = in.mark();
            keyByToken.put(key.token, key);
        }
    }

    private void removeKey() {
        PossibleKey key = keys.get(keys.size() - 1);
        if (key.possible && key.required) {
            throw SyntaxProblem.scanning("could not find expected ':'", key.mark, in.mark());
        }
        forget(key);
    }

    private void forget(PossibleKey key) {
        if (key.possible) {
            key.possible = false;
            keyByToken.remove(key.token);
        }
    }

    private void enterFlow() {
        PossibleKey inner = new PossibleKey();
        inner.mark = in.mark();
        inner.token = taken + tokens.size() - head;
        keys.add(inner);
        if (++flowLevel > Limits.UPSTREAM_DEPTH) {
            String problem = "exceeded max depth of " + Limits.UPSTREAM_DEPTH;
            throw SyntaxProblem.scanning(problem, in.mark(), in.mark());
        }
    }

    private void leaveFlow() {
        if (flowLevel > 0) {
            flowLevel--;
            // an empty pair of brackets has the number of its opening bracket here: it is no key in block context
            keyByToken.remove(keys.remove(keys.size() - 1).token);
        }
    }

    private void roll(int column, int token, Kind kind, Mark mark) {
        if (flowLevel > 0 || indent >= column) {
            return;
        }
        indents.push(indent);
        indent = column;
        if (indents.size() > Limits.UPSTREAM_DEPTH) {
            String problem = "exceeded max depth of " + Limits.UPSTREAM_DEPTH;
            throw SyntaxProblem.scanning(problem, keys.get(keys.size() - 1).mark, in.mark());
        }
        insert(token, Token.of(kind, mark, mark));
    }

    private void unroll(int column, Mark mark) {
        while (flowLevel == 0 && indent > column) {
            add(Token.of(Kind.BLOCK_END, mark, mark));
            indent = indents.pop();
        }
    }

    private void simple(Kind kind, int length) {
        Mark start = in.mark();
        in.skip(length);
        add(Token.of(kind, start, in.mark()));
    }

    private void add(Token token) {
        tokens.add(token);
    }

    private void insert(int number, Token token) {
        if (number < taken) {
            tokens.add(token);
        } else {
            tokens.add(head + number - taken, token);
        }
    }
}
