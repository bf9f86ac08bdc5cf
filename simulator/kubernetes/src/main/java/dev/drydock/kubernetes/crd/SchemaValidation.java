package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Validates a value against an OpenAPI schema in the words and the order of kube-openapi (pkg/validation/validate/schema.go); errors
 * of what did not change are left out as the ratcheting validator leaves them out
 * (apiextensions-apiserver, pkg/apiserver/validation/ratcheting.go).
 */
final class SchemaValidation {

    private final Alternatives alternatives = new Alternatives(this);
    private final boolean asWritten;

    private SchemaValidation(boolean asWritten) {
        this.asWritten = asWritten;
    }

    /**
     * What is wrong with a default. Its schema is taken as it is written: formats count for all types, and int-or-string demands
     * nothing (pkg/apiserver/schema/kubeopenapi.go).
     */
    static FieldErrors validateDefault(Node value, MapNode schema, String base) {
        return new SchemaValidation(true).errors(value, null, schema, base);
    }

    /**
     * What is wrong with a value.
     *
     * @param correlation the value with what it was, null when that is unknown
     * @param base path of the value in what errors name, empty for a whole object
     */
    static FieldErrors validate(Node value, @Nullable Correlation correlation, MapNode schema, String base) {
        return new SchemaValidation(false).errors(value, correlation, schema, base);
    }

    private FieldErrors errors(Node value, @Nullable Correlation correlation, MapNode schema, String base) {
        FieldErrors errors = new FieldErrors();
        value(value, correlation, schema, new ErrorPlace(base, "")).errors().forEach(errors::add);
        return errors;
    }

    Findings value(Node value, @Nullable Correlation correlation, MapNode schema, ErrorPlace place) {
        Findings findings = all(value, correlation, schema, place);
        return !findings.isValid() && correlation != null && correlation.isUnchanged() ? findings.forgiven() : findings;
    }

    private Findings all(Node value, @Nullable Correlation correlation, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        String format = asWritten ? schema.findText("format") : Formats.supported(schema);
        List<String> types = asWritten ? ValueTypes.written(schema) : ValueTypes.of(schema);
        if (value.isNull()) {
            findings.merge(ValueTypes.check(value, schema, types, format, place));
            return findings.merge(enumeration(value, schema, place));
        }
        if (!types.isEmpty() || !format.isEmpty()) {
            findings.merge(ValueTypes.check(value, schema, types, format, place))
                    .count();
        }
        findings.merge(alternatives.check(value, schema, place)).count();
        if (value instanceof ScalarNode scalar && scalar.isString()) {
            findings.merge(TextRules.check(scalar, schema, place)).count();
            if (!format.isEmpty()) {
                findings.merge(TextRules.format(scalar, format, place)).count();
            }
        } else if (value instanceof ScalarNode scalar && scalar.isNumber()) {
            findings.merge(NumberRules.check(scalar, schema, place)).count();
        } else if (value instanceof ListNode list) {
            findings.merge(list(list, correlation, schema, place)).count();
        }
        findings.merge(enumeration(value, schema, place)).count();
        if (value instanceof MapNode map) {
            findings.merge(map(map, correlation, schema, place)).count();
        }
        return findings.count();
    }

    private static Findings enumeration(Node value, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        List<Node> allowed = schema.findList("enum").items();
        if (!allowed.isEmpty() && allowed.stream().noneMatch(item -> Enumerated.matches(value, item))) {
            List<String> texts = new ArrayList<>();
            for (Node item : allowed) {
                texts.add(
                        item instanceof ScalarNode scalar && scalar.isString()
                                ? scalar.stringValue()
                                : dev.drydock.yaml.JsonWriter.go(item));
            }
            place.notSupported(findings, value, texts);
        }
        return findings;
    }

    private Findings list(ListNode list, @Nullable Correlation correlation, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        MapNode items = Parts.map(schema, "items");
        for (int i = 0; items != null && i < list.size(); i++) {
            Correlation item = correlation == null ? null : correlation.index(i);
            findings.merge(value(list.get(i), item, items, place.child(Paths.index(place.path(), i))));
        }
        Long least = schema.findLong("minItems");
        Long most = schema.findLong("maxItems");
        if (least != null && list.size() < least) {
            place.invalid(findings, Node.of(list.size()), "should have at least " + least + " items");
        }
        if (most != null && list.size() > most) {
            place.tooMany(findings, "should have at most " + most + " items", list.size(), most.intValue());
        }
        return findings.count();
    }

    private Findings map(MapNode map, @Nullable Correlation correlation, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        Long least = schema.findLong("minProperties");
        Long most = schema.findLong("maxProperties");
        if (least != null && map.size() < least) {
            place.invalid(findings, Node.of(map.size()), "should have at least " + least + " properties");
        }
        if (most != null && map.size() > most) {
            place.tooMany(findings, "should have at most " + most + " properties", map.size(), most.intValue());
        }
        MapNode properties = schema.findMap("properties");
        Node additional = schema.get("additionalProperties");
        for (String key : new TreeSet<>(map.keys())) {
            Node item = map.get(key);
            if (item == null || properties.has(key)) {
                continue;
            }
            if (Node.of(false).equals(additional)) {
                String message = place.path() + "." + key + " in body is a forbidden property";
                place.bare(findings, message, Node.of(key));
            } else if (additional instanceof MapNode element) {
                ErrorPlace at = place.child(place.path() + "." + key);
                findings.merge(value(item, below(correlation, key, place), element, at));
            }
        }
        for (String key : new TreeSet<>(properties.keys())) {
            Node item = map.get(key);
            if (item != null && properties.get(key) instanceof MapNode property) {
                ErrorPlace at = place.child(Paths.child(place.path(), key));
                findings.merge(value(item, below(correlation, key, place), property, at));
            }
        }
        for (String key : schema.findList("required").strings()) {
            if (!map.has(key)) {
                place.required(findings, key);
            }
        }
        return findings;
    }

    /** What a part was before; changes of version cannot be seen, because both objects are shown in the same one. */
    private static @Nullable Correlation below(@Nullable Correlation correlation, String key, ErrorPlace place) {
        boolean isType = place.path().isEmpty() && (key.equals("kind") || key.equals("apiVersion"));
        return correlation == null || isType ? null : correlation.key(key);
    }
}
