package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a definition as the server holds it: what all versions have in common stands at the top, so errors name other paths
 * than the definition has (apiextensions-apiserver, pkg/apis/apiextensions/v1/conversion.go).
 */
final class InternalForm {

    /** What versions have, by the name that it gets at the top. */
    private static final Map<String, String> COMMON = new LinkedHashMap<>();

    static {
        COMMON.put("subresources", "subresources");
        COMMON.put("schema", "validation");
        COMMON.put("additionalPrinterColumns", "additionalPrinterColumns");
        COMMON.put("selectableFields", "selectableFields");
    }

    private InternalForm() {}

    static MapNode of(MapNode spec) {
        MapNode internal = withConversion(spec);
        List<Node> versions = spec.findList("versions").items();
        if (versions.isEmpty()) {
            return internal;
        }
        internal = internal.with("version", versions.get(0).findText("name"));
        for (Map.Entry<String, String> part : COMMON.entrySet()) {
            String name = part.getKey();
            Node first = versions.get(0).find(name);
            if (versions.stream().allMatch(version -> Parts.same(version.find(name), first))) {
                internal = lifted(internal, name, part.getValue(), first);
            }
        }
        return internal;
    }

    private static MapNode lifted(MapNode spec, String name, String top, @Nullable Node part) {
        ListNode versions =
                spec.findList("versions").map(version -> version instanceof MapNode map ? map.without(name) : version);
        MapNode rest = spec.with("versions", versions);
        return part == null || part.isNull() ? rest : rest.with(top, part);
    }

    private static MapNode withConversion(MapNode spec) {
        if (!(spec.get("conversion") instanceof MapNode conversion)) {
            return spec;
        }
        MapNode webhook = conversion.findMap("webhook");
        MapNode.Builder internal = MapNode.builder().put("strategy", conversion.findText("strategy"));
        if (conversion.has("webhook")) {
            internal.put("conversionReviewVersions", webhook.findList("conversionReviewVersions"));
            Node client = webhook.get("clientConfig");
            internal.put("webhookClientConfig", client == null ? ScalarNode.NULL : client);
        }
        return spec.with("conversion", internal.build());
    }
}
