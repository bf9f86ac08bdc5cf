package dev.drydock.conformance;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Hides in answers what a server made up, as corpora do. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Mask {

    /** A unique id. */
    public static final Pattern UID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** A point in time in UTC. */
    public static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z(?!\\d)");

    /** A resource version where objects and messages have one. */
    public static final Pattern VERSION = Pattern.compile(
            "(?<=resourceVersion\\\\\":\\\\\"|resourceVersion\":\"|in record \\(|in the precondition \\()\\d+");

    private static final Pattern GENERATE_NAME = Pattern.compile("\"generateName\": ?\"([^\"]+)\"");

    private final String sent;
    private final String generateName;
    private final Pattern generated;

    /**
     * A mask for the answers to what a case sends.
     *
     * @param sent everything that it sends; what stands there was not made up and is shown
     */
    public Mask(String sent) {
        this.sent = sent;
        Matcher name = GENERATE_NAME.matcher(sent);
        this.generateName = name.find() ? name.group(1) : "";
        this.generated = Pattern.compile(Pattern.quote(generateName) + "[a-z0-9]{5}(?![a-z0-9])");
    }

    /** The text with a stand-in for all that fits a pattern and was not sent. */
    public String hide(Pattern pattern, String text, String standIn) {
        return hide(pattern, text, found -> standIn);
    }

    /** The text with a stand-in for each that fits a pattern and was not sent. */
    public String hide(Pattern pattern, String text, UnaryOperator<String> standIn) {
        return pattern.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        sent.contains(match.group()) ? match.group() : standIn.apply(match.group())));
    }

    /** The text with a stand-in for what the server adds to the names that it generates. */
    public String hideGenerated(String text, String standIn) {
        return generateName.isEmpty() ? text : hide(generated, text, generateName + standIn);
    }

    /** A tree with all its texts changed. */
    public static Node texts(Node node, UnaryOperator<String> change) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> texts(value, change));
        }
        if (node instanceof ListNode list) {
            return list.map(item -> texts(item, change));
        }
        return node instanceof ScalarNode scalar && scalar.isString()
                ? ScalarNode.of(change.apply(scalar.stringValue()))
                : node;
    }
}
