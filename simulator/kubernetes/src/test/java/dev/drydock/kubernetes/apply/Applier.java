package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.schema.SchemaTypes;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object, written by several managers; every write comes a second after the last. */
final class Applier {

    private final FieldManagement management;
    private final String type;
    private @Nullable MapNode live;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private Applier(FieldManagement management, String type) {
        this.management = management;
        this.type = type;
    }

    static Applier configMap() {
        return of(new GroupVersionKind("", "v1", "ConfigMap"), SchemaTypes.builtIn());
    }

    static Applier deployment() {
        return of(new GroupVersionKind("apps", "v1", "Deployment"), SchemaTypes.builtIn());
    }

    static Applier custom(String schema) {
        GroupVersionKind kind = new GroupVersionKind("lab.example.com", "v1", "Widget");
        return of(kind, SchemaTypes.builtIn().with(kind, yaml(schema)));
    }

    private static Applier of(GroupVersionKind kind, SchemaTypes types) {
        return new Applier(
                new FieldManagement(kind, "", types, ObjectConversion.none(), ResetFields.NONE),
                "apiVersion: " + kind.apiVersion() + "\nkind: " + kind.kind() + "\nmetadata: {name: x}\n");
    }

    static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    /** Applies and keeps the result. */
    MapNode apply(String manager, String fields) {
        return apply(manager, fields, false);
    }

    MapNode force(String manager, String fields) {
        return apply(manager, fields, true);
    }

    private MapNode apply(String manager, String fields, boolean force) {
        ApplyOutcome outcome = management.apply(live, yaml(type + fields), manager, force, tick());
        if (outcome instanceof ApplyOutcome.Merged merged) {
            live = merged.object();
            return live;
        }
        throw new AssertionError(((ApplyOutcome.Refused) outcome).status());
    }

    /** The refusal of an apply. */
    Status refusal(String manager, String fields) {
        ApplyOutcome outcome = management.apply(live, yaml(type + fields), manager, false, tick());
        if (outcome instanceof ApplyOutcome.Refused refused) {
            return refused.status();
        }
        throw new AssertionError("was merged: " + outcome);
    }

    /** Replaces the object; its owners are left out, which keeps them. */
    MapNode update(String manager, String fields) {
        live = management.update(live, stored(fields), manager, tick());
        return live;
    }

    /** Replaces the object and sends an empty list of owners. */
    MapNode reset(String manager, String fields) {
        MapNode sent = stored(fields);
        MapNode metadata = sent.findMap("metadata").with("managedFields", List.of());
        live = management.update(live, sent.with("metadata", metadata), manager, tick());
        return live;
    }

    /** Creates the object with an annotation. */
    MapNode create(String manager, String fields, String annotation, String value) {
        MapNode sent = stored(fields);
        MapNode metadata = sent.findMap("metadata").with("annotations", MapNode.of(annotation, value));
        live = management.update(null, sent.with("metadata", metadata), manager, tick());
        return live;
    }

    private MapNode stored(String fields) {
        MapNode object = yaml(type + fields);
        return object.with("metadata", object.findMap("metadata").with("uid", "1"));
    }

    MapNode live() {
        return live == null ? MapNode.EMPTY : live;
    }

    /** What a manager owns, as compact JSON; empty when nothing. */
    String fieldsOf(String manager, String operation) {
        for (Node entry : live().findList("metadata", "managedFields")) {
            if (manager.equals(entry.findString("manager")) && operation.equals(entry.findString("operation"))) {
                return entry.findMap("fieldsV1").toString();
            }
        }
        return "";
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }
}
