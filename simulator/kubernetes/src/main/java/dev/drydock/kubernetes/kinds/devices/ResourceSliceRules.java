package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.kubernetes.kinds.pod.AffinityRules;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PersistentVolumeSources;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Devices that nodes offer (validateResourceSliceSpec); request policies of capacities are not looked at. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ResourceSliceRules implements KindRules {

    private static final int MOST_DEVICES = 128;
    private static final int MOST_SPECIAL_DEVICES = 64;
    private static final int MOST_ATTRIBUTES = 32;
    private static final int MOST_TAINTS = 16;
    private static final int MOST_COUNTERS = 32;
    private static final int MOST_COUNTER_SETS = 8;
    private static final int MOST_CONSUMED = 2;
    private static final int LONGEST_VALUE = 64;
    private static final String SLICE_ONE =
            "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required";
    private static final String DEVICE_ONE = "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when"
            + " `perDeviceNodeSelection` is set to true in the ResourceSlice spec";

    /** The rules. */
    public ResourceSliceRules() {}

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        head(spec);
        tail(spec);
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(object, errors).in("spec");
        head(spec);
        for (String[] path : new String[][] {{"pool", "name"}, {"driver"}, {"nodeName"}}) {
            Node was = old.findMap("spec").find(path);
            Node now = spec.in(path).value();
            if (was == null ? !now.isNull() : !was.equals(now)) {
                spec.in(path).invalid("field is immutable");
            }
        }
        tail(spec);
        return errors;
    }

    private static void head(Field spec) {
        PersistentVolumeSources.driverName(spec.in("driver"));
        DeviceForms.pool(spec.in("pool", "name"));
        if (spec.number("pool", "resourceSliceCount") <= 0) {
            spec.in("pool", "resourceSliceCount")
                    .invalid(spec.number("pool", "resourceSliceCount"), "must be greater than zero");
        }
        if (spec.number("pool", "generation") < 0) {
            spec.in("pool", "generation").invalid("must be greater than or equal to zero");
        }
    }

    private static void tail(Field spec) {
        boolean perDevice = spec.isTrue("perDeviceNodeSelection");
        List<String> set = places(spec, "must be either unset or set to a non-empty string");
        Field selector = spec.in("nodeSelector");
        if (selector.isSet() && selector.size("nodeSelectorTerms") != 1) {
            selector.in("nodeSelectorTerms").invalid("must have exactly one node selector term");
        }
        if (perDevice) {
            set.add("`perDeviceNodeSelection`");
        } else if (spec.has("perDeviceNodeSelection")) {
            spec.in("perDeviceNodeSelection").invalid("must be either unset or set to true");
        }
        if (set.isEmpty()) {
            spec.required(SLICE_ONE);
        } else if (set.size() > 1) {
            spec.invalid("{" + String.join(", ", set) + "}", SLICE_ONE + ", but multiple fields are set");
        }
        if (spec.has("sharedCounters") && spec.has("devices")) {
            spec.invalid("", "only one of `sharedCounters` or `devices` is allowed");
        }
        boolean special = spec.items("devices").stream()
                .anyMatch(device -> device.size("taints") > 0 || device.size("consumesCounters") > 0);
        DeviceForms.set(
                spec.in("devices"),
                special ? MOST_SPECIAL_DEVICES : MOST_DEVICES,
                device -> device(device, perDevice),
                device -> device.text("name"));
        DeviceForms.set(
                spec.in("sharedCounters"),
                MOST_COUNTER_SETS,
                counters -> counters(counters, "name"),
                counters -> counters.text("name"));
    }

    /** The ways in which a slice or a device names its nodes. */
    private static List<String> places(Field holder, String emptyName) {
        List<String> set = new ArrayList<>();
        Field name = holder.in("nodeName");
        if (name.isSet() && name.text().isEmpty()) {
            name.invalid(emptyName);
        } else if (name.isSet()) {
            set.add("`nodeName`");
            name.invalid(NameRules.dnsSubdomain(name.text()));
        }
        if (holder.has("nodeSelector")) {
            set.add("`nodeSelector`");
            AffinityRules.nodeSelector(holder.in("nodeSelector"));
        }
        if (holder.isTrue("allNodes")) {
            set.add("`allNodes`");
        } else if (holder.has("allNodes")) {
            holder.in("allNodes").invalid("must be either unset or set to true");
        }
        return set;
    }

    private static void counters(Field holder, String nameField) {
        DeviceForms.requiredLabel(holder.in(nameField));
        Field counters = holder.in("counters");
        int size = counters.map().size();
        if (size == 0) {
            counters.required("");
        } else if (size > MOST_COUNTERS) {
            counters.add(FieldError.tooMany(counters.path(), size, MOST_COUNTERS));
        } else {
            for (String key : new TreeSet<>(counters.map().keys())) {
                NameRules.dnsLabel(key).forEach(text -> counters.key(key).invalid(key, text));
            }
        }
    }

    private static void device(Field device, boolean perDevice) {
        DeviceForms.label(device.in("name"));
        int total = device.in("attributes").map().size()
                + device.in("capacity").map().size();
        if (total > MOST_ATTRIBUTES) {
            device.invalid(total, "the total number of attributes and capacities must not exceed " + MOST_ATTRIBUTES);
        }
        for (String list : List.of("attributes", "capacity")) {
            Field map = device.in(list);
            for (String key : new TreeSet<>(map.map().keys())) {
                DeviceForms.qualified(map.key(key), key);
                if (list.equals("attributes")) {
                    attribute(map.key(key));
                }
            }
        }
        DeviceForms.list(device.in("taints"), MOST_TAINTS, ResourceSliceRules::taint);
        DeviceForms.set(
                device.in("consumesCounters"),
                MOST_CONSUMED,
                counters -> counters(counters, "counterSet"),
                counters -> counters.text("counterSet"));
        if (perDevice) {
            List<String> set = places(device, "must not be empty");
            if (set.isEmpty()) {
                device.required(DEVICE_ONE);
            } else if (set.size() > 1) {
                device.invalid("{" + String.join(", ", set) + "}", DEVICE_ONE);
            }
        } else if (device.has("nodeName") || device.has("nodeSelector") || device.has("allNodes")) {
            device.invalid(
                    (Object) null,
                    "`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true"
                            + " in the ResourceSlice spec");
        }
    }

    private static void attribute(Field attribute) {
        int values = 0;
        for (String type : List.of("bool", "int", "string", "version")) {
            values += attribute.has(type) ? 1 : 0;
        }
        for (String type : List.of("string", "version")) {
            if (attribute.text(type).length() > LONGEST_VALUE) {
                attribute.add(FieldError.tooLong(attribute.in(type).path(), LONGEST_VALUE));
            }
        }
        if (values == 0) {
            attribute.invalid("", "exactly one value must be specified");
        } else if (values > 1) {
            attribute.invalid("exactly one value must be specified");
        }
    }

    private static void taint(Field taint) {
        String key = taint.text("key");
        NameRules.labelKey(key).forEach(text -> taint.in("key").invalid(key, text));
        taint.in("value").invalid(NameRules.labelValue(taint.text("value")));
        taint.in("effect").requiredOneOf(DeviceForms.EFFECTS);
    }
}
