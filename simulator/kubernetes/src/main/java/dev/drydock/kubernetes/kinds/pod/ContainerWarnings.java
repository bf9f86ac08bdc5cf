package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What clients are warned of in single containers. */
final class ContainerWarnings {

    static final String OLD_SECCOMP = "non-functional in v1.27+; use the \"seccompProfile\" field instead";
    private static final String OLD_APP_ARMOR = "deprecated since v1.30; use the \"appArmorProfile\" field instead";

    private final List<String> warnings = new ArrayList<>();
    private final Field root;
    private final boolean isTemplate;

    ContainerWarnings(Field root, boolean isTemplate) {
        this.root = root;
        this.isTemplate = isTemplate;
    }

    List<String> list() {
        Containers.each(root.in("spec"), this::container);
        return warnings;
    }

    private void container(Field container) {
        String name = container.text("name");
        if (!container.has("securityContext", "seccompProfile")) {
            annotation(PodAnnotations.SECCOMP_CONTAINER + name, OLD_SECCOMP);
        }
        if (isTemplate && !container.has("securityContext", "appArmorProfile")) {
            appArmor(PodAnnotations.APP_ARMOR + name);
        }
        for (String resource : List.of("memory", "ephemeral-storage")) {
            for (String kind : List.of("limits", "requests")) {
                Field amounts = container.in("resources", kind);
                fraction(amounts, amounts.map(), resource, warnings);
            }
        }
        environment(container);
    }

    /** An annotation that says what the profile of the pod says is not warned of. */
    private void appArmor(String key) {
        MapNode profile = root.in("spec", "securityContext", "appArmorProfile").map();
        String value = root.in("metadata", "annotations").map().findText(key);
        if (profile.isEmpty() || !profile.equals(PodPreparation.profile(value))) {
            annotation(key, OLD_APP_ARMOR);
        }
    }

    private void annotation(String key, String text) {
        Field annotations = root.in("metadata", "annotations");
        if (annotations.map().has(key)) {
            warnings.add(annotations.key(key).path() + ": " + text);
        }
    }

    static void fraction(Field amounts, MapNode map, String resource, List<String> warnings) {
        Optional<Quantity> amount = Quantity.of(map.get(resource));
        if (amount.isPresent()
                && amount.get().amount().remainder(BigDecimal.ONE).signum() != 0) {
            warnings.add(amounts.key(resource).path() + ": fractional byte value "
                    + GoQuote.quote(amount.get().toString()) + " is invalid, must be an integer");
        }
    }

    private void environment(Field container) {
        Set<String> seen = new HashSet<>();
        for (Field variable : container.items("env")) {
            String name = variable.text("name");
            if (!seen.add(name) && isHiding(variable, name)) {
                warnings.add(variable.path() + ": hides previous definition of " + GoQuote.quote(name)
                        + ", which may be dropped when using apply");
            }
        }
    }

    /** A value that goes on from the one before does not hide it. */
    private static boolean isHiding(Field variable, String name) {
        String reference = "$(" + name + ")";
        String value = variable.text("value");
        return variable.has("valueFrom") || value.equals(reference) || !value.contains(reference);
    }
}
