package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The spec of a definition in its internal form (validation.go, validateCustomResourceDefinitionSpec). */
final class DefinitionSpecRules {

    private static final String VERSIONS = "spec.versions";
    private static final String EXCLUSIVE = "top-level and per-version ";

    private final MapNode spec;
    private final DefinitionOptions options;
    private final FieldErrors errors = new FieldErrors();

    private DefinitionSpecRules(MapNode spec, DefinitionOptions options) {
        this.spec = spec;
        this.options = options;
    }

    /** What is wrong with an internal spec. */
    static FieldErrors check(MapNode spec, DefinitionOptions options) {
        boolean pruning = !spec.isTrue("preserveUnknownFields");
        DefinitionSpecRules rules = new DefinitionSpecRules(spec, pruning ? options.withStructural() : options);
        rules.all();
        return rules.errors;
    }

    private void all() {
        group();
        scope();
        requiredSchemas();
        SchemaSearch schemas = SchemaSearch.ofSpec(spec);
        if (spec.isTrue("preserveUnknownFields") && schemas.any(schema -> Parts.has(schema, "default"))) {
            errors.add(FieldError.invalid(
                    "spec.preserveUnknownFields", true, "must be false in order to use defaults in the schema"));
        }
        DefinitionOptions inside = schemas.any(Structure::hasExtension) ? options.withStructural() : options;
        List<Node> versions = spec.findList("versions").items();
        int stored = 0;
        Set<String> names = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            Node version = versions.get(i);
            String path = Paths.index(VERSIONS, i);
            stored += version.isTrue("storage") ? 1 : 0;
            names.add(version.findText("name"));
            List<String> wrong = NameRules.dns1035Label(version.findText("name"));
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(path + ".name", version.findText("name"), String.join(",", wrong)));
            }
            DefinitionVersionRules.check(version, path, hasStatus(version), inside, errors);
        }
        exclusive();
        if (names.size() < versions.size()) {
            errors.add(versions("must contain unique version names"));
        }
        if (stored != 1) {
            errors.add(versions("must have exactly one version marked as storage version"));
        }
        if (!spec.findText("version").isEmpty()) {
            List<String> wrong = NameRules.dns1035Label(spec.findText("version"));
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid("spec.version", spec.findText("version"), String.join(",", wrong)));
            }
        }
        DefinitionNameRules.required(spec.findMap("names"), "spec.names", errors);
        DefinitionNameRules.check(spec.findMap("names"), "spec.names", errors);
        common(inside);
    }

    private void group() {
        String group = spec.findText("group");
        if (group.isEmpty()) {
            errors.add(FieldError.required("spec.group", ""));
            return;
        }
        List<String> wrong = NameRules.dnsSubdomain(group);
        if (!wrong.isEmpty()) {
            errors.add(FieldError.invalid("spec.group", group, String.join(",", wrong)));
        } else if (!group.contains(".")) {
            errors.add(FieldError.invalid("spec.group", group, "should be a domain with at least one dot"));
        }
    }

    private void scope() {
        oneOf(spec.findText("scope"), "spec.scope", List.of("Cluster", "Namespaced"), errors);
    }

    static void oneOf(String value, String path, List<String> known, FieldErrors errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        } else if (!known.contains(value)) {
            errors.add(FieldError.notSupported(path, value, known));
        }
    }

    private void requiredSchemas() {
        if (Parts.has(spec, "validation", "openAPIV3Schema")) {
            return;
        }
        boolean pruning = !spec.isTrue("preserveUnknownFields");
        List<Node> versions = spec.findList("versions").items();
        for (int i = 0; i < versions.size(); i++) {
            boolean missing = !Parts.has(versions.get(i), "schema", "openAPIV3Schema");
            String path = Paths.index(VERSIONS, i) + ".schema.openAPIV3Schema";
            if (missing && options.schemaRequired()) {
                errors.add(FieldError.required(path, ""));
            } else if (missing && pruning && versions.get(i).isTrue("served")) {
                errors.add(FieldError.required(path, "because otherwise all fields are pruned"));
            }
        }
    }

    /** What stands at the top stands nowhere else; the internal form never mixes them, but may repeat what differs in absence. */
    private void exclusive() {
        for (List<String> part : List.of(
                List.of("validation", "schema", "schemas"),
                List.of("subresources", "subresources", "subresources"),
                List.of("additionalPrinterColumns", "additionalPrinterColumns", "additionalPrinterColumns"))) {
            boolean below = spec.findList("versions").stream().anyMatch(v -> !Parts.same(v.find(part.get(1)), null));
            if (Parts.has(spec, part.get(0)) && below) {
                errors.add(FieldError.forbidden(
                        "spec." + part.get(0), EXCLUSIVE + part.get(2) + " are mutually exclusive"));
            }
        }
    }

    private FieldError versions(String detail) {
        return GoForm.invalid(VERSIONS, GoForm.versions(spec.get("versions")), detail);
    }

    /** The subresources of versions, or the common ones when no version has its own. */
    private boolean hasStatus(Node version) {
        boolean own = spec.findList("versions").stream().anyMatch(v -> Parts.has(v, "subresources"));
        return Parts.has(own ? version : spec, "subresources", "status");
    }

    private void common(DefinitionOptions inside) {
        boolean anyStatus = Parts.has(spec, "subresources", "status")
                || spec.findList("versions").stream().anyMatch(v -> Parts.has(v, "subresources", "status"));
        boolean cheap = inside.unchanged().contains(spec.findText("version"));
        RootSchemaRules.check(spec.get("validation"), "spec.validation", anyStatus, inside, cheap, errors);
        ScalePathRules.check(spec.findMap("subresources"), "spec.subresources", errors);
        ColumnRules.check(spec, "spec", errors);
        SelectableFieldRules.check(
                spec, spec.find("validation", "openAPIV3Schema"), "spec", "", inside.manySelectable(), errors);
        ConversionRules.check(spec, inside, errors);
    }
}
