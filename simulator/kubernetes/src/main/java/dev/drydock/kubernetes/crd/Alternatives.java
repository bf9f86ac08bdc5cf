package dev.drydock.kubernetes.crd;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Schemas of which some, one, all or none must hold (kube-openapi, pkg/validation/validate/schema_props.go). */
final class Alternatives {

    private final SchemaValidation validation;

    Alternatives(SchemaValidation validation) {
        this.validation = validation;
    }

    Findings check(Node value, MapNode schema, ErrorPlace place) {
        Findings findings = new Findings();
        anyOf(tried(value, schema, "anyOf", place), place, findings);
        oneOf(tried(value, schema, "oneOf", place), place, findings);
        allOf(tried(value, schema, "allOf", place), place, findings);
        MapNode not = Parts.map(schema, "not");
        if (not != null && validation.value(value, null, not, place).isValid()) {
            say(findings, place, " must not validate the schema (not)");
        }
        return findings.count();
    }

    private static void say(Findings findings, ErrorPlace place, String words) {
        place.general(findings, "\"" + place.path() + "\"" + words);
    }

    /** Nothing is known of an older value in an alternative. */
    private List<Findings> tried(Node value, MapNode schema, String field, ErrorPlace place) {
        List<Findings> tried = new ArrayList<>();
        for (MapNode alternative : Parts.schemas(schema, field)) {
            tried.add(validation.value(value, null, alternative, place));
        }
        return tried;
    }

    private static void anyOf(List<Findings> tried, ErrorPlace place, Findings findings) {
        if (tried.isEmpty()) {
            return;
        }
        for (Findings one : tried) {
            if (one.isValid()) {
                findings.merge(one);
                return;
            }
        }
        say(findings, place, " must validate at least one schema (anyOf)");
        findings.merge(best(tried));
    }

    private static void oneOf(List<Findings> tried, ErrorPlace place, Findings findings) {
        if (tried.isEmpty()) {
            return;
        }
        List<Findings> valid = tried.stream().filter(Findings::isValid).toList();
        if (valid.size() == 1) {
            findings.merge(valid.get(0));
            return;
        }
        String found = valid.isEmpty() ? "Found none valid" : "Found " + valid.size() + " valid alternatives";
        say(findings, place, " must validate one and only one schema (oneOf). " + found);
        if (valid.isEmpty()) {
            findings.merge(best(tried));
        }
    }

    private static void allOf(List<Findings> tried, ErrorPlace place, Findings findings) {
        tried.forEach(findings::merge);
        long valid = tried.stream().filter(Findings::isValid).count();
        if (valid < tried.size()) {
            say(findings, place, " must validate all the schemas (allOf)" + (valid == 0 ? ". None validated" : ""));
        }
    }

    private static Findings best(List<Findings> failures) {
        @Nullable Findings best = null;
        for (Findings failure : failures) {
            best = best == null || failure.hasMoreMatchesThan(best) ? failure : best;
        }
        return best == null ? new Findings() : best;
    }
}
