package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Warnings about formats and sets that do not do what they seem to (registry/customresourcedefinition/strategy.go). */
final class DefinitionWarnings {

    private DefinitionWarnings() {}

    /** The warnings of a spec, without those that an older one had. */
    static List<String> of(MapNode spec, @Nullable MapNode old) {
        List<String> warnings = new ArrayList<>(formats(spec));
        warnings.addAll(sets(spec));
        if (old != null) {
            Set<String> known = new HashSet<>(formats(old));
            known.addAll(sets(old));
            warnings.removeAll(known);
        }
        return warnings;
    }

    private static List<String> formats(MapNode spec) {
        List<String> warnings = new ArrayList<>();
        for (MapNode root : SchemaSearch.ofSpec(InternalForm.of(spec)).roots()) {
            SchemaSearch.visit(root, schema -> {
                if (Formats.isUnrecognized(schema)) {
                    warnings.add("unrecognized format " + GoQuote.quote(schema.findText("format")));
                }
            });
        }
        return warnings;
    }

    private static Set<String> sets(MapNode spec) {
        Set<String> warnings = new TreeSet<>();
        for (MapNode root : SchemaSearch.ofSpec(InternalForm.of(spec)).roots()) {
            SchemaSearch.visit(root, schema -> {
                String type = schema.findMap("items").findText("type");
                boolean whole = type.equals("object") || type.equals("array");
                if (whole && schema.findText("x-kubernetes-list-type").equals("set")) {
                    warnings.add("x-kubernetes-list-type: set for items of type " + GoQuote.quote(type)
                            + " is not supported by server-side apply or CEL validation rules");
                }
            });
        }
        return warnings;
    }
}
