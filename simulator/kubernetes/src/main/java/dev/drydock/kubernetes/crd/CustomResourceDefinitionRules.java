package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * CustomResourceDefinitions (registry/customresourcedefinition/strategy.go and apis/apiextensions/validation/validation.go); they
 * remember in which versions objects may be stored.
 */
public final class CustomResourceDefinitionRules implements KindRules {

    private static final String STORED = "status.storedVersions";

    /** The rules. */
    public CustomResourceDefinitionRules() {}

    /** Without a memory of stored versions there is the one that is stored now (apis/apiextensions/v1/defaults.go). */
    @Override
    public MapNode defaults(MapNode object) {
        return object.findList("status", "storedVersions").isEmpty() ? withStorageVersion(object) : object;
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        MapNode names = MapNode.of("plural", "", "kind", "");
        MapNode status =
                MapNode.of("conditions", Node.of(null), "acceptedNames", names, "storedVersions", Node.of(null));
        return withStorageVersion(object.with("status", status));
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        return withStorageVersion(object.with("status", old.findMap("status")));
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        String wanted = object.findText("spec", "names", "plural") + "." + object.findText("spec", "group");
        for (String field : List.of("generateName", "name")) {
            String name = object.findText("metadata", field);
            if (!name.equals(wanted) && !name.isEmpty()) {
                errors.add(FieldError.invalid("metadata." + field, name, "must be spec.names.plural+\".\"+spec.group"));
            }
        }
        errors.addAll(DefinitionSpecRules.check(InternalForm.of(object.findMap("spec")), DefinitionOptions.CREATE));
        DefinitionNameRules.check(object.findMap("status", "acceptedNames"), "status.acceptedNames", errors);
        storedVersions(object, errors);
        ApprovalRules.check(object, null, errors);
        preservedFields(object, null, errors);
        return errors;
    }

    /** Once a kind is established its scope and kind stay; group and plural always do. */
    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        MapNode spec = object.findMap("spec");
        MapNode oldSpec = old.findMap("spec");
        MapNode internal = InternalForm.of(spec);
        DefinitionOptions options = DefinitionOptions.ofUpdate(internal, InternalForm.of(oldSpec), isEstablished(old));
        FieldErrors errors = DefinitionSpecRules.check(internal, options);
        if (options.immutableNames()) {
            immutable(spec, oldSpec, errors, "scope");
            immutable(spec, oldSpec, errors, "names", "kind");
        }
        immutable(spec, oldSpec, errors, "group");
        immutable(spec, oldSpec, errors, "names", "plural");
        DefinitionNameRules.check(object.findMap("status", "acceptedNames"), "status.acceptedNames", errors);
        storedVersions(object, errors);
        ApprovalRules.check(object, old, errors);
        preservedFields(object, old, errors);
        return errors;
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        DefinitionNameRules.check(object.findMap("status", "acceptedNames"), "status.acceptedNames", errors);
        return errors;
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        return DefinitionWarnings.of(object.findMap("spec"), null);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return DefinitionWarnings.of(object.findMap("spec"), old.findMap("spec"));
    }

    private static void immutable(MapNode spec, MapNode old, FieldErrors errors, String... path) {
        if (!spec.findText(path).equals(old.findText(path))) {
            errors.add(FieldError.invalid("spec." + String.join(".", path), spec.findText(path), "field is immutable"));
        }
    }

    private static void storedVersions(MapNode object, FieldErrors errors) {
        ListNode stored = object.findList("status", "storedVersions");
        if (stored.isEmpty()) {
            Node shown = object.find("status", "storedVersions");
            errors.add(FieldError.invalid(STORED, shown, "must have at least one stored version"));
            return;
        }
        Map<String, Integer> missing = new LinkedHashMap<>();
        List<String> names = stored.strings();
        for (int i = 0; i < names.size(); i++) {
            missing.put(names.get(i), i);
        }
        for (Node version : object.findList("spec", "versions")) {
            boolean known = missing.remove(version.findText("name")) != null;
            if (version.isTrue("storage") && !known) {
                errors.add(FieldError.invalid(
                        STORED, stored, "must have the storage version " + version.findText("name")));
            }
        }
        missing.forEach((version, i) -> errors.add(FieldError.invalid(
                Paths.index(STORED, i),
                version,
                "missing from spec.versions; " + version
                        + " was previously a storage version, and must remain in spec.versions until a storage"
                        + " migration ensures no data remains persisted in " + version + " and removes " + version
                        + " from " + STORED)));
    }

    private static void preservedFields(MapNode object, @Nullable MapNode old, FieldErrors errors) {
        boolean was = old != null && old.findMap("spec").isTrue("preserveUnknownFields");
        if (!was && object.findMap("spec").isTrue("preserveUnknownFields")) {
            errors.add(FieldError.invalid(
                    "spec.preserveUnknownFields",
                    true,
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in"
                            + " spec.versions[*].schema instead"));
        }
    }

    private static boolean isEstablished(MapNode definition) {
        return definition.findList("status", "conditions").stream()
                .anyMatch(condition -> condition.findText("type").equals("Established")
                        && condition.findText("status").equals("True"));
    }

    private static MapNode withStorageVersion(MapNode object) {
        List<Node> stored =
                new ArrayList<>(object.findList("status", "storedVersions").items());
        for (Node version : object.findList("spec", "versions")) {
            Node name = version.find("name");
            if (version.isTrue("storage") && name != null && !stored.contains(name)) {
                stored.add(name);
                return object.with(List.of("status", "storedVersions"), ListNode.of(stored));
            }
        }
        return object;
    }
}
