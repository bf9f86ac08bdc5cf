package dev.drydock.kustomize.resource;

import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what kustomize takes and cannot print: maps with a key twice, with keys that are no strings, and templates in
 * double braces, which are maps whose key is a map.
 */
final class LenientReader {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{[^{}\n]*\\}\\}");

    private LenientReader() {}

    /**
     * Documents with the error that printing one of them gives.
     *
     * @param unprintable why objects of the text cannot be printed, by document; null for those that can
     */
    record Documents(List<Node> nodes, List<@Nullable String> unprintable) {}

    /** The documents of a text, or null when it cannot be read this way either. */
    static @Nullable Documents read(String text, String file, YamlException mistake) {
        String upstream = mistake.upstream();
        boolean repeated = upstream.startsWith("yaml: unmarshal errors:");
        boolean keys = upstream.contains("json: unsupported type");
        boolean template = upstream.contains("invalid map key");
        if (!repeated && !keys && !template) {
            return null;
        }
        String readable = template ? TEMPLATE.matcher(text).replaceAll("{}") : text;
        List<Node> nodes;
        try {
            nodes = YamlReader.parseAll(readable, file, template ? YamlMode.KUSTOMIZE : YamlMode.KUBERNETES)
                    .documents();
        } catch (YamlException e) {
            return null;
        }
        int at = nodes.size() == 1 ? 0 : document(nodes, mistake);
        List<@Nullable String> unprintable = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            boolean bad = template || i == at;
            unprintable.add(!bad ? null : repeated ? "map[string]interface {}(nil): " + upstream : GoDump.UNSUPPORTED);
        }
        return new Documents(nodes, unprintable);
    }

    /** The last document that begins before the mistake. */
    private static int document(List<Node> nodes, YamlException mistake) {
        int line = mistake.diagnostics().isEmpty()
                ? Integer.MAX_VALUE
                : mistake.diagnostics().get(0).location().line();
        int found = 0;
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).location().line() <= line) {
                found = i;
            }
        }
        return found;
    }
}
