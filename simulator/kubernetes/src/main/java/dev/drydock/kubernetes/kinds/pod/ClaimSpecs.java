package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;

/** Specs of claims of storage (ValidatePersistentVolumeClaimSpec). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ClaimSpecs {

    private static final List<String> MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static final String CLAIM = "PersistentVolumeClaim";

    private ClaimSpecs() {}

    /** What is wrong with the spec of a claim. */
    public static void check(Field spec) {
        Field modes = spec.in("accessModes");
        List<String> given = modes.value().findList().strings();
        if (given.isEmpty()) {
            modes.required("at least 1 access mode is required");
        }
        if (spec.has("selector")) {
            spec.addAll(LabelSelectors.validate(spec.in("selector").map(), spec.path() + ".selector"));
        }
        for (String mode : given) {
            if (!MODES.contains(mode)) {
                modes.unsupported(mode, MODES);
            }
        }
        if (given.contains("ReadWriteOncePod")
                && given.stream().anyMatch(mode -> MODES.contains(mode) && !mode.equals("ReadWriteOncePod"))) {
            modes.forbidden("may not use ReadWriteOncePod with other access modes");
        }
        storage(spec);
        className(spec.in("storageClassName"));
        spec.in("volumeMode").oneOfIfSet(List.of("Block", "Filesystem"));
        sources(spec);
        className(spec.in("volumeAttributesClassName"));
    }

    private static void className(Field name) {
        if (!name.text().isEmpty()) {
            name.invalid(NameRules.dnsSubdomain(name.text()));
        }
    }

    private static void storage(Field spec) {
        Field shown = spec.in("resources").key("storage");
        Optional<Quantity> storage = Quantity.of(spec.value().find("resources", "requests", "storage"));
        if (storage.isEmpty()) {
            shown.required("");
        } else if (storage.get().signum() <= 0) {
            shown.invalid(storage.get().toString(), "must be greater than zero");
        }
    }

    /** Errors about both sources show a path, of which JSON has nothing to tell. */
    private static void sources(Field spec) {
        Field source = spec.in("dataSource");
        Field reference = spec.in("dataSourceRef");
        if (source.isSet()) {
            source(source);
        }
        if (reference.isSet()) {
            source(reference);
            if (!reference.text("namespace").isEmpty()) {
                reference.in("namespace").invalid(NameRules.dnsLabel(reference.text("namespace")));
            }
        }
        if (!reference.text("namespace").isEmpty()) {
            if (source.isSet()) {
                spec.invalid(MapNode.EMPTY, "may not be specified when dataSourceRef.namespace is specified");
            }
        } else if (source.isSet() && reference.isSet() && !isSame(source, reference)) {
            spec.invalid(MapNode.EMPTY, "must match dataSourceRef");
        }
    }

    private static boolean isSame(Field source, Field reference) {
        return Objects.equals(
                        source.value().findString("apiGroup"), reference.value().findString("apiGroup"))
                && source.text("kind").equals(reference.text("kind"))
                && source.text("name").equals(reference.text("name"));
    }

    private static void source(Field source) {
        source.in("name").isRequiredText();
        source.in("kind").isRequiredText();
        String group = source.text("apiGroup");
        if (group.isEmpty() && !source.text("kind").equals(CLAIM)) {
            source.invalid(source.text("kind"), "must be '" + CLAIM + "' when referencing the default apiGroup");
        }
        if (!group.isEmpty()) {
            source.in("apiGroup").invalid(NameRules.dnsSubdomain(group));
        }
    }
}
