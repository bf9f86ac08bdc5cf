package dev.drydock.flux.status;

import dev.drydock.flux.expression.ExpressionEngine;
import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** {@code spec.healthCheckExprs}: expressions by type (fluxcd/pkg, runtime/cel/status_reader.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CustomHealthChecks {

    /** No checks at all. */
    public static final CustomHealthChecks NONE = new CustomHealthChecks(Map.of());

    private final Map<GroupKind, HealthExpressions> checks;

    /** A type without a version; without a kind it stands for the whole group. */
    private record GroupKind(String group, String kind) {

        static GroupKind of(Node object) {
            return new GroupKind(ObjectFields.type(object).group(), ObjectFields.kind(object));
        }

        GroupKind wholeGroup() {
            return new GroupKind(group, "");
        }

        @Override
        public String toString() {
            return group.isEmpty() ? kind : kind + "." + group;
        }
    }

    private CustomHealthChecks(Map<GroupKind, HealthExpressions> checks) {
        this.checks = checks;
    }

    /**
     * The checks of a spec.
     *
     * @throws ExpressionException for an expression that cannot be read, or a type that is named twice
     */
    public static CustomHealthChecks of(ListNode spec, ExpressionEngine engine) {
        Map<GroupKind, HealthExpressions> checks = new LinkedHashMap<>();
        for (int i = 0; i < spec.size(); i++) {
            Node check = spec.get(i);
            GroupKind type = GroupKind.of(check);
            if (checks.containsKey(type)) {
                throw new ExpressionException(
                        "duplicate custom health check for GroupKind " + type + " at healthchecks[" + i + "]", true);
            }
            try {
                checks.put(type, HealthExpressions.of(check, engine));
            } catch (ExpressionException e) {
                throw e.prefixed("failed to create custom status evaluator for healthchecks[" + i + "]: ");
            }
        }
        return new CustomHealthChecks(checks);
    }

    /** Whether a check stands for the type of the object. */
    public boolean supports(MapNode object) {
        return find(object) != null;
    }

    /**
     * The health of an object of a supported type; a health check takes one whose reading fails as unknown.
     *
     * @throws ExpressionException when an expression has no answer
     */
    public HealthStatus evaluate(MapNode object) {
        HealthExpressions expressions = find(object);
        if (expressions == null) {
            throw new ExpressionException("the GroupKind " + GroupKind.of(object) + " is not supported", false);
        }
        return expressions.evaluate(object);
    }

    private @Nullable HealthExpressions find(MapNode object) {
        GroupKind type = GroupKind.of(object);
        HealthExpressions exact = checks.get(type);
        return exact == null ? checks.get(type.wholeGroup()) : exact;
    }
}
