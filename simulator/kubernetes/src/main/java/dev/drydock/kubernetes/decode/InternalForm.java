package dev.drydock.kubernetes.decode;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Objects as the server's internal types hold them (pkg/apis/core/types.go and its neighbours).
 *
 * <p>Internal structs have no JSON names: error texts that show one print every field with its Go name, also those that are
 * not set. Structs of apimachinery keep their JSON names wherever they are held.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class InternalForm {

    private static final Map<String, String> GO_NAMES = GoNames.TABLE;
    private static final String POD_SPEC = "core.v1.PodSpec";
    private static final String AFTER = "rbd";
    private static final Map<String, List<String>> MOVED = Map.of(
            "core.v1.VolumeSource", List.of("quobyte"),
            "core.v1.PersistentVolumeSource", List.of("quobyte", "iscsi", "flexVolume"));

    /** The internal pod spec orders its fields in its own way. */
    private static final List<String> POD_SPEC_ORDER = List.of(
            "volumes",
            "initContainers",
            "containers",
            "ephemeralContainers",
            "restartPolicy",
            "terminationGracePeriodSeconds",
            "activeDeadlineSeconds",
            "dnsPolicy",
            "nodeSelector",
            "serviceAccountName",
            "automountServiceAccountToken",
            "nodeName",
            "securityContext",
            "imagePullSecrets",
            "hostname",
            "subdomain",
            "setHostnameAsFQDN",
            "affinity",
            "schedulerName",
            "tolerations",
            "hostAliases",
            "priorityClassName",
            "priority",
            "preemptionPolicy",
            "dnsConfig",
            "readinessGates",
            "runtimeClassName",
            "overhead",
            "enableServiceLinks",
            "topologySpreadConstraints",
            "os",
            "schedulingGates",
            "resourceClaims",
            "resources",
            "hostnameOverride",
            "schedulingGroup");

    /** What the internal security context of a pod took from the spec. */
    private static final List<String> HOST_FIELDS =
            List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace", "hostUsers");

    private static final List<String> SECURITY_ORDER = List.of(
            "seLinuxOptions",
            "windowsOptions",
            "runAsUser",
            "runAsGroup",
            "runAsNonRoot",
            "supplementalGroups",
            "supplementalGroupsPolicy",
            "fsGroup",
            "fsGroupChangePolicy",
            "sysctls",
            "seccompProfile",
            "appArmorProfile",
            "seLinuxChangePolicy");

    private InternalForm() {}

    /**
     * A struct in its internal form.
     *
     * @param struct its name with its package, such as {@code core.v1.PodSpec}
     * @param value the struct as its version's JSON has it; absent for the zero struct
     */
    public static MapNode of(String struct, @Nullable Node value) {
        MapNode.Builder fields = MapNode.builder();
        addFields(fields, struct, value instanceof MapNode map ? map : MapNode.EMPTY);
        return fields.build();
    }

    /** Whether two structs are the same to the server: absent and empty lists and maps are. */
    public static boolean same(String struct, @Nullable Node a, @Nullable Node b) {
        return canonical(of(struct, a)).equals(canonical(of(struct, b)));
    }

    private static Node canonical(Node node) {
        if (node instanceof MapNode map) {
            return map.isEmpty() ? ScalarNode.NULL : map.map((key, value) -> canonical(value));
        }
        if (node instanceof ListNode list) {
            return list.isEmpty() ? ScalarNode.NULL : list.map(InternalForm::canonical);
        }
        return node;
    }

    private static void addFields(MapNode.Builder out, String struct, MapNode value) {
        if (struct.equals(POD_SPEC)) {
            addPodSpec(out, value);
            return;
        }
        boolean tagged = struct.startsWith("meta.");
        for (GoField field : fieldsOf(struct)) {
            GoType type = field.type();
            if (field.isEmbedded() || type.name().equals("meta.ObjectMeta")) {
                Node part = field.isEmbedded() ? value : value.get(field.name());
                addFields(out, type.name(), part instanceof MapNode map ? map : MapNode.EMPTY);
            } else if (tagged) {
                addTagged(out, field, value.get(field.name()));
            } else {
                out.put(goName(struct, field.name()), convert(type, value.get(field.name())));
            }
        }
    }

    /** The fields of a struct; internal structs of sources have some of them elsewhere. */
    private static List<GoField> fieldsOf(String struct) {
        List<String> moved = MOVED.get(struct);
        List<GoField> fields = GoStructs.get(struct).fields();
        if (moved == null) {
            return fields;
        }
        Map<String, GoField> byName = new LinkedHashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
        List<GoField> ordered = new ArrayList<>();
        for (GoField field : fields) {
            if (!moved.contains(field.name())) {
                ordered.add(field);
            }
            if (field.name().equals(AFTER)) {
                moved.forEach(name -> ordered.add(Objects.requireNonNull(byName.get(name))));
            }
        }
        return ordered;
    }

    private static void addTagged(MapNode.Builder out, GoField field, @Nullable Node value) {
        boolean absent = value == null || value.isNull() || isEmpty(value);
        if (absent && (field.omitEmpty() || field.omitZero())) {
            return;
        }
        out.put(field.name(), convert(field.type(), value));
    }

    private static boolean isEmpty(Node value) {
        return (value instanceof MapNode map && map.isEmpty()) || (value instanceof ListNode list && list.isEmpty());
    }

    private static void addPodSpec(MapNode.Builder out, MapNode spec) {
        GoStruct struct = GoStructs.get(POD_SPEC);
        for (String name : POD_SPEC_ORDER) {
            GoField field = struct.field(name);
            if (name.equals("securityContext")) {
                out.put("SecurityContext", securityContext(struct, spec));
            } else if (field != null) {
                out.put(goName(POD_SPEC, name), convert(field.type(), spec.get(name)));
            }
        }
    }

    private static MapNode securityContext(GoStruct podSpec, MapNode spec) {
        MapNode.Builder out = MapNode.builder();
        addAll(out, podSpec, HOST_FIELDS, spec);
        addAll(out, GoStructs.get("core.v1.PodSecurityContext"), SECURITY_ORDER, spec.findMap("securityContext"));
        return out.build();
    }

    private static void addAll(MapNode.Builder out, GoStruct struct, List<String> names, MapNode value) {
        for (String name : names) {
            GoField field = struct.field(name);
            if (field != null) {
                out.put(goName(struct.name(), name), convert(field.type(), value.get(name)));
            }
        }
    }

    static String goName(String struct, String name) {
        String own = GO_NAMES.get(struct.substring(struct.lastIndexOf('.') + 1) + "." + name);
        String known = own == null ? GO_NAMES.get(name) : own;
        return known == null ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : known;
    }

    private static Node convert(GoType type, @Nullable Node value) {
        if (type.form() == GoType.Form.STRUCT) {
            return of(type.name(), value);
        }
        if (value == null || value.isNull()) {
            return zero(type);
        }
        return switch (type.form()) {
            case POINTER -> convert(type.inner(), value);
            case LIST ->
                value instanceof ListNode list ? list.map(item -> convert(type.inner(), item)) : ScalarNode.NULL;
            case MAP -> value instanceof MapNode map ? sorted(type.inner(), map) : ScalarNode.NULL;
            default -> value;
        };
    }

    private static Node zero(GoType type) {
        return switch (type.form()) {
            case STRING, DURATION -> ScalarNode.of("");
            case BOOL -> ScalarNode.of(false);
            case INT32, INT64, UINT8, FLOAT, INT_OR_STRING -> ScalarNode.of(0L);
            case QUANTITY -> ScalarNode.of("0");
            default -> ScalarNode.NULL;
        };
    }

    private static MapNode sorted(GoType inner, MapNode map) {
        MapNode.Builder out = MapNode.builder();
        map.keys().stream().sorted().forEach(key -> out.put(key, convert(inner, map.get(key))));
        return out.build();
    }
}
