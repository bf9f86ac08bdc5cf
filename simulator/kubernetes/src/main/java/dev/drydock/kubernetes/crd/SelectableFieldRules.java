package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fields by which lists can be selected (validation.go, ValidateCustomResourceSelectableFields). */
final class SelectableFieldRules {

    static final int MOST = 8;

    private static final Set<String> TYPES = Set.of("string", "boolean", "integer");

    private SelectableFieldRules() {}

    /**
     * The fields of a version, or those that all versions have.
     *
     * @param schema the schema that they point into
     * @param version name of the version, empty for all
     * @param many versions that may have more than allowed
     */
    static void check(
            Node holder, @Nullable Node schema, String path, String version, Set<String> many, FieldErrors errors) {
        List<Node> fields = holder.findList("selectableFields").items();
        String list = Paths.child(path, "selectableFields");
        if (fields.isEmpty()) {
            return;
        }
        if (!(schema instanceof MapNode root)) {
            errors.add(FieldError.invalid(
                    list,
                    "",
                    version.isEmpty()
                            ? "may only be set when validations.schema is included"
                            : "may only be set when `version.schema.openAPIV3Schema` is not included"));
            return;
        }
        Set<String> unique = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            field(fields.get(i).findText("jsonPath"), root, Paths.index(list, i) + ".jsonPath", unique, errors);
        }
        if (unique.size() > MOST && !many.contains(version)) {
            errors.add(FieldError.tooMany(list, unique.size(), MOST));
        }
    }

    private static void field(String json, MapNode schema, String path, Set<String> unique, FieldErrors errors) {
        if (json.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        SchemaPath found = SchemaPath.find(json, schema, false);
        if (found.problem() != null) {
            errors.add(FieldError.invalid(path, json, "is an invalid path: " + found.problem()));
            return;
        }
        if (found.path().equals("metadata") || found.path().startsWith("metadata.")) {
            errors.add(FieldError.invalid(path, json, "must not point to fields in metadata"));
        }
        if (!TYPES.contains(found.schema().findText("type"))) {
            errors.add(FieldError.invalid(
                    path,
                    json,
                    "must point to a field of type string, boolean or integer. Enum string fields and strings with"
                            + " formats are allowed."));
        }
        if (!unique.add(found.path())) {
            errors.add(FieldError.duplicate(path, json));
        }
    }
}
