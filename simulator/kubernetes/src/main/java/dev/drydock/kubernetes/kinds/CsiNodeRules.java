package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PersistentVolumeSources;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.Set;

/** Drivers that a node has (pkg/apis/storage/validation/validation.go, ValidateCSINode). */
final class CsiNodeRules implements KindRules {

    private static final String DRIVER = "storage.v1.CSINodeDriver";
    private static final int LONGEST_ID = 256;

    @Override
    public FieldErrors validateCreate(MapNode node) {
        FieldErrors errors = new FieldErrors();
        Set<String> names = new HashSet<>();
        for (Field driver : Field.of(node, errors).in("spec").items("drivers")) {
            driver(driver, names);
        }
        return errors;
    }

    private static void driver(Field driver, Set<String> names) {
        PersistentVolumeSources.driverName(driver.in("name"));
        Field id = driver.in("nodeID");
        id.isRequiredText();
        if (id.text().length() > LONGEST_ID) {
            id.invalid("must be " + LONGEST_ID + " characters or less");
        }
        driver.in("allocatable", "count").notNegative();
        if (!names.add(driver.text("name"))) {
            driver.in("name").duplicate(driver.text("name"));
        }
        Set<String> keys = new HashSet<>();
        for (String key : driver.value().findList("topologyKeys").strings()) {
            if (key.isEmpty()) {
                driver.required("");
            }
            if (!keys.add(key)) {
                driver.duplicate(key);
            }
            NameRules.labelKey(key).forEach(text -> driver.invalid(key, text));
        }
    }

    /** Nothing of a driver changes but how many volumes it can attach. */
    @Override
    public FieldErrors validateUpdate(MapNode node, MapNode old) {
        FieldErrors errors = validateCreate(node);
        Field drivers = Field.of(node, errors).in("spec", "drivers");
        for (Field driver : drivers.items()) {
            MapNode now = driver.map().without("allocatable");
            Read.each(old.findMap("spec"), "drivers", "", (then, path) -> {
                if (then.findText("name").equals(driver.text("name"))
                        && !InternalForm.same(DRIVER, then.without("allocatable"), now)) {
                    drivers.invalid(InternalForm.of(DRIVER, now), Check.IMMUTABLE);
                }
            });
        }
        return errors;
    }
}
