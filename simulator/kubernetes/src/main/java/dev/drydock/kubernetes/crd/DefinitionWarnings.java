package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Warnings about formats that mean nothing (registry/customresourcedefinition/strategy.go). */
final class DefinitionWarnings {

    private DefinitionWarnings() {}

    /** The warnings of a spec, without those that an older one had. */
    static List<String> of(MapNode spec, @Nullable MapNode old) {
        List<String> warnings = new ArrayList<>(formats(spec));
        if (old != null) {
            warnings.removeAll(formats(old));
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
}
