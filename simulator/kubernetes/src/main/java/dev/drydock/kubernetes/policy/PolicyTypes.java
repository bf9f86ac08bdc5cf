package dev.drydock.kubernetes.policy;

import dev.drydock.cel.check.TypeProvider;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.type.CelType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of the variables that policies have (apiserver, admission/plugin/cel/compile.go). */
final class PolicyTypes {

    static final String VARIABLES = "kubernetes.variables";

    private static final DeclaredType TEXT = DeclaredType.of(CelType.STRING);
    private static final DeclaredType TEXTS = DeclaredType.of(CelType.list(CelType.STRING));
    private static final DeclaredType NUMBER = DeclaredType.of(CelType.INT);
    private static final DeclaredType TIME = DeclaredType.of(CelType.TIMESTAMP);
    private static final DeclaredType LABELS = DeclaredType.of(CelType.map(CelType.STRING, CelType.STRING));

    private static final DeclaredType KIND =
            DeclaredType.object("kubernetes.GroupVersionKind", Map.of("group", TEXT, "version", TEXT, "kind", TEXT), 2);
    private static final DeclaredType RESOURCE = DeclaredType.object(
            "kubernetes.GroupVersionResource", Map.of("group", TEXT, "version", TEXT, "resource", TEXT), 2);
    private static final DeclaredType USER = DeclaredType.object(
            "kubernetes.UserInfo",
            Map.of(
                    "username", TEXT,
                    "uid", TEXT,
                    "groups", TEXTS,
                    "extra", DeclaredType.of(CelType.map(CelType.STRING, CelType.list(CelType.STRING)))),
            2);

    static final DeclaredType REQUEST = DeclaredType.object(
            "kubernetes.AdmissionRequest",
            Map.ofEntries(
                    Map.entry("kind", KIND),
                    Map.entry("resource", RESOURCE),
                    Map.entry("subResource", TEXT),
                    Map.entry("requestKind", KIND),
                    Map.entry("requestResource", RESOURCE),
                    Map.entry("requestSubResource", TEXT),
                    Map.entry("name", TEXT),
                    Map.entry("namespace", TEXT),
                    Map.entry("operation", TEXT),
                    Map.entry("userInfo", USER),
                    Map.entry("dryRun", DeclaredType.of(CelType.BOOL)),
                    Map.entry("options", DeclaredType.of(CelType.DYN))),
            2);

    private static final DeclaredType CONDITION = DeclaredType.object(
            "kubernetes.NamespaceCondition",
            Map.of("status", TEXT, "type", TEXT, "lastTransitionTime", TIME, "message", TEXT, "reason", TEXT),
            2);
    private static final DeclaredType METADATA = DeclaredType.object(
            "kubernetes.NamespaceMetadata",
            Map.ofEntries(
                    Map.entry("name", TEXT),
                    Map.entry("generateName", TEXT),
                    Map.entry("namespace", TEXT),
                    Map.entry("labels", LABELS),
                    Map.entry("annotations", LABELS),
                    Map.entry("UID", TEXT),
                    Map.entry("creationTimestamp", TIME),
                    Map.entry("deletionGracePeriodSeconds", NUMBER),
                    Map.entry("deletionTimestamp", TIME),
                    Map.entry("generation", NUMBER),
                    Map.entry("resourceVersion", TEXT),
                    Map.entry("finalizers", TEXTS)),
            2);

    static final DeclaredType NAMESPACE = DeclaredType.object(
            "kubernetes.Namespace",
            Map.of(
                    "metadata", METADATA,
                    "spec", DeclaredType.object("kubernetes.NamespaceSpec", Map.of("finalizers", TEXTS), 2),
                    "status",
                            DeclaredType.object(
                                    "kubernetes.NamespaceStatus",
                                    Map.of("conditions", DeclaredType.listOf(CONDITION), "phase", TEXT),
                                    2)),
            2);

    private static final TypeProvider BASE = DeclaredTypes.of(REQUEST, NAMESPACE);

    private PolicyTypes() {}

    /**
     * The types that expressions can name.
     *
     * @param variables the policy's own variables; null where expressions have none
     * @param patches whether objects and patches can be made
     */
    static TypeProvider provider(@Nullable Map<String, CelType> variables, boolean patches, TypeProvider more) {
        return new TypeProvider() {
            @Override
            public @Nullable CelType type(String name) {
                if (variables != null && name.equals(VARIABLES)) {
                    return CelType.object(VARIABLES);
                }
                if (patches && PatchTypes.isKnown(name)) {
                    return CelType.object(name);
                }
                @Nullable CelType base = BASE.type(name);
                return base == null ? more.type(name) : base;
            }

            @Override
            public @Nullable CelType field(String type, String field) {
                if (variables != null && type.equals(VARIABLES)) {
                    return variables.get(field);
                }
                if (patches && PatchTypes.isKnown(type)) {
                    return PatchTypes.field(type, field);
                }
                return BASE.type(type) == null ? more.field(type, field) : BASE.field(type, field);
            }
        };
    }
}
