package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Schemas of which some, one, all or none must hold (kube-openapi, pkg/validation/validate/schema_props.go). */
final class Alternatives {

    private final SchemaValidation validation;

    Alternatives(SchemaValidation validation) {
        this.validation = validation;
    }

    void check(Node value, MapNode schema, String path, List<FieldError> errors) {
        anyOf(value, schema.findList("anyOf"), path, errors);
        oneOf(value, schema.findList("oneOf"), path, errors);
        allOf(value, schema.findList("allOf"), path, errors);
        if (schema.get("not") instanceof MapNode not
                && validation.alternative(value, not, path).isEmpty()) {
            errors.add(bare("\"" + path + "\" must not validate the schema (not)"));
        }
    }

    /** These errors name no field. */
    private static FieldError bare(String text) {
        return FieldError.invalid("<nil>", "", text);
    }

    private List<List<FieldError>> tried(Node value, ListNode schemas, String path) {
        List<List<FieldError>> tried = new ArrayList<>();
        for (Node schema : schemas) {
            tried.add(schema instanceof MapNode map ? validation.alternative(value, map, path) : List.of());
        }
        return tried;
    }

    private void anyOf(Node value, ListNode schemas, String path, List<FieldError> errors) {
        List<List<FieldError>> tried = tried(value, schemas, path);
        if (!tried.isEmpty() && tried.stream().noneMatch(List::isEmpty)) {
            errors.add(bare("\"" + path + "\" must validate at least one schema (anyOf)"));
            errors.addAll(tried.get(0));
        }
    }

    private void oneOf(Node value, ListNode schemas, String path, List<FieldError> errors) {
        List<List<FieldError>> tried = tried(value, schemas, path);
        long valid = tried.stream().filter(List::isEmpty).count();
        if (tried.isEmpty() || valid == 1) {
            return;
        }
        String found = valid == 0 ? "Found none valid" : "Found " + valid + " valid alternatives";
        errors.add(bare("\"" + path + "\" must validate one and only one schema (oneOf). " + found));
        if (valid == 0) {
            errors.addAll(tried.get(0));
        }
    }

    private void allOf(Node value, ListNode schemas, String path, List<FieldError> errors) {
        List<List<FieldError>> tried = tried(value, schemas, path);
        long valid = tried.stream().filter(List::isEmpty).count();
        if (valid == tried.size()) {
            return;
        }
        tried.forEach(errors::addAll);
        errors.add(bare(
                "\"" + path + "\" must validate all the schemas (allOf)" + (valid == 0 ? ". None validated" : "")));
    }
}
