package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Definitions remember in which versions objects may be stored (registry/customresourcedefinition/strategy.go). */
final class CustomResourceDefinitionRules implements KindRules {

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
        String name = object.findText("metadata", "name");
        if (!name.equals(object.findText("spec", "names", "plural") + "." + object.findText("spec", "group"))) {
            errors.add(FieldError.invalid("metadata.name", name, "must be spec.names.plural+\".\"+spec.group"));
        }
        return errors;
    }

    /** Once a kind is established its scope and kind stay; group and plural always do. */
    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (isEstablished(old)) {
            Immutable.check(object, old, errors, "spec", "scope");
            Immutable.check(object, old, errors, "spec", "names", "kind");
        }
        Immutable.check(object, old, errors, "spec", "group");
        Immutable.check(object, old, errors, "spec", "names", "plural");
        List<Node> versions = object.findList("spec", "versions").stream()
                .map(version -> Node.of(version.findText("name")))
                .toList();
        List<String> stored = object.findList("status", "storedVersions").strings();
        for (int i = 0; i < stored.size(); i++) {
            String version = stored.get(i);
            if (!versions.contains(Node.of(version))) {
                errors.add(FieldError.invalid(
                        "status.storedVersions[" + i + "]",
                        version,
                        "missing from spec.versions; " + version
                                + " was previously a storage version, and must remain in spec.versions until a storage"
                                + " migration ensures no data remains persisted in " + version + " and removes "
                                + version
                                + " from status.storedVersions"));
            }
        }
        return errors;
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
