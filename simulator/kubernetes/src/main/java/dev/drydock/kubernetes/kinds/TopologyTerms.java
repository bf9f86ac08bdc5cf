package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.OldNodeLabels;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where volumes of a class may be made (validateAllowedTopologies of pkg/apis/storage/validation/validation.go). */
final class TopologyTerms {

    private static final String FIELD = "allowedTopologies";
    private static final String EXPRESSIONS = "matchLabelExpressions";

    private TopologyTerms() {}

    static void check(FieldErrors errors, MapNode storageClass) {
        List<Node> terms = storageClass.findList(FIELD).items();
        List<Map<String, Set<String>>> known = new ArrayList<>();
        // Upstream starts with as many empty terms as there are terms, so one without expressions repeats them all.
        terms.forEach(term -> known.add(Map.of()));
        Read.each(storageClass, FIELD, "", (term, path) -> {
            Map<String, Set<String>> values = term(errors, term, path);
            for (Map<String, Set<String>> other : known) {
                if (other.equals(values)) {
                    errors.add(FieldError.duplicate(path + "." + EXPRESSIONS, ""));
                }
            }
            known.add(values);
        });
    }

    private static Map<String, Set<String>> term(FieldErrors errors, MapNode term, String path) {
        Map<String, Set<String>> values = new HashMap<>();
        Read.each(term, EXPRESSIONS, path, (expression, at) -> {
            expression(errors, expression, at);
            String key = expression.findText("key");
            if (values.containsKey(key)) {
                errors.add(FieldError.duplicate(at + ".key", key));
            }
            values.put(key, Set.copyOf(expression.findList("values").strings()));
        });
        return values;
    }

    private static void expression(FieldErrors errors, MapNode expression, String path) {
        List<String> values = expression.findList("values").strings();
        if (values.isEmpty()) {
            errors.add(FieldError.required(path + ".values", ""));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                errors.add(FieldError.duplicate(path + ".values[" + i + "]", values.get(i)));
            }
        }
        String key = expression.findText("key");
        Check.all(errors, path + ".key", key, NameRules.labelKey(key));
    }

    /** Labels of nodes that are there under a newer name (pkg/api/storage/util.go). */
    static List<String> warnings(MapNode storageClass) {
        List<String> warnings = new ArrayList<>();
        Read.each(
                storageClass,
                FIELD,
                "",
                (term, path) -> Read.each(term, EXPRESSIONS, path, (expression, at) -> {
                    String text = OldNodeLabels.textOf(expression.findText("key"));
                    if (!text.isEmpty()) {
                        warnings.add(at + ".key: " + text);
                    }
                }));
        return warnings;
    }
}
