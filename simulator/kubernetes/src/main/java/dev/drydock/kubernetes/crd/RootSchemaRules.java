package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema of a version as a whole (validation.go, validateCustomResourceDefinitionValidation). */
final class RootSchemaRules {

    /** What may stand at the root when the status can be taken out of it, by the names of Go fields. */
    private static final List<String> ALLOWED = List.of(
            "Description",
            "Type",
            "Format",
            "Title",
            "Maximum",
            "ExclusiveMaximum",
            "Minimum",
            "ExclusiveMinimum",
            "MaxLength",
            "MinLength",
            "Pattern",
            "MaxItems",
            "MinItems",
            "UniqueItems",
            "MultipleOf",
            "Required",
            "Items",
            "Properties",
            "ExternalDocs",
            "Example",
            "XPreserveUnknownFields",
            "XValidations");

    private static final String IF_STATUS = " at the root of the schema if the status subresource is enabled";

    private RootSchemaRules() {}

    /**
     * Checks a schema.
     *
     * @param validation what holds the schema
     * @param hasStatus whether the version has the status subresource
     * @param cheap whether the rules may cost what they want
     */
    static void check(
            @Nullable Node validation,
            String path,
            boolean hasStatus,
            DefinitionOptions options,
            boolean cheap,
            FieldErrors errors) {
        if (validation == null || !(validation.find("openAPIV3Schema") instanceof MapNode schema)) {
            return;
        }
        String root = Paths.child(path, "openAPIV3Schema");
        FieldErrors found = new FieldErrors();
        if (hasStatus) {
            rootFields(schema, root, found);
        }
        if (schema.isTrue("nullable")) {
            found.add(FieldError.forbidden(root + ".nullable", "nullable cannot be true at the root"));
        }
        SchemaRules rules = new SchemaRules(options, cheap);
        boolean sound = false;
        boolean unreadable = options.structural() && !Structure.isReadable(schema);
        if (options.structural() && !unreadable) {
            FieldErrors structural = Structure.errors(schema, root);
            if (structural.isEmpty()) {
                structural = DefaultRules.check(schema, root, options.prunedDefaults());
            }
            found.addAll(structural);
            sound = structural.isEmpty();
        }
        found.addAll(rules.check(schema, root, sound));
        if (found.isEmpty() && unreadable) {
            found.add(FieldError.invalid(root, "", "OpenAPIV3Schema 'schema' is not supported"));
        }
        found.addAll(rules.totalCost(root));
        errors.addAll(found);
    }

    private static void rootFields(MapNode schema, String root, FieldErrors errors) {
        for (String field : GoForm.setFields(schema)) {
            if (field.equals("Type") && !schema.findText("type").equals("object")) {
                errors.add(FieldError.invalid(
                        root + ".type", schema.findText("type"), "only \"object\" is allowed as the type" + IF_STATUS));
                return;
            }
            if (!ALLOWED.contains(field)) {
                errors.add(GoForm.invalid(
                        root,
                        GoForm.schema(schema),
                        "only [" + String.join(" ", ALLOWED) + "] fields are allowed" + IF_STATUS));
                return;
            }
        }
    }
}
