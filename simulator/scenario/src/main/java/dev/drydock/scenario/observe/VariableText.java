package dev.drydock.scenario.observe;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts of the real system whose parts vary from run to run: hashes, addresses, times, generated names. */
final class VariableText {

    private static final String RESOLVER = "dial tcp: lookup [^\\n]*";

    /** What varies, as expressions; the first that fits a place is taken. */
    private static final List<String> PARTS = List.of(
            "sha1:[0-9a-f]{40}",
            "sha256:[0-9a-f]{64}",
            "\\b[0-9a-f]{40}\\b",
            "/tmp/[a-z][\\w.-]*?-\\d{5,}",
            "0x[0-9a-f]{8,}",
            "\\b10\\.96\\.\\d+\\.\\d+\\b",
            "\\b10\\.244\\.\\d+\\.\\d+\\b",
            "127\\.0\\.0\\.1:\\d+",
            "\\[?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\]?",
            "(?:passed in|failed after|finished in|next run in|completed in|after running for)"
                    + " [0-9.]+(?:µs|ms|s|m|h)[0-9.a-zµ]*",
            RESOLVER,
            "dial tcp [^ ]+: [^\\n]*",
            "\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z");

    private static final Pattern VARYING =
            Pattern.compile(PARTS.stream().map(part -> "(" + part + ")").collect(Collectors.joining("|")));

    private VariableText() {}

    /** How a check matches the text: the text itself, or an expression when parts of it vary. */
    static Node match(String text) {
        String bare = text.stripTrailing();
        Matcher varying = VARYING.matcher(bare);
        StringBuilder expression = new StringBuilder();
        int end = 0;
        boolean varies = false;
        while (varying.find()) {
            varies = true;
            expression.append(quoted(bare.substring(end, varying.start())));
            for (int i = 0; i < PARTS.size(); i++) {
                if (varying.group(i + 1) != null) {
                    expression.append(PARTS.get(i).equals(RESOLVER) ? RESOLVER : PARTS.get(i));
                    break;
                }
            }
            end = varying.end();
        }
        if (!varies && bare.equals(text)) {
            return ScalarNode.of(text);
        }
        expression.append(quoted(bare.substring(end))).append("\\s*");
        return MapNode.of("matches", expression.toString());
    }

    private static String quoted(String text) {
        return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
    }
}
