package dev.drydock.kubernetes.policy;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.apply.PolicyMerge;
import dev.drydock.kubernetes.policy.Activation.OutOfBudget;
import dev.drydock.kubernetes.policy.CompiledPolicy.Mutation;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.JsonPatch;
import dev.drydock.yaml.JsonPatchException;
import dev.drydock.yaml.JsonPatchOptions;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Has a mutating policy change an object (apiserver, policy/mutating/dispatcher.go and patch). */
public final class MutatingPolicy {

    private MutatingPolicy() {}

    /** Makes a changed object one of its kind again: decoded and with defaults. */
    public interface Completion {

        /** An object that is none of its kind; the message is the decoder's. */
        final class Malformed extends Exception {
            private static final long serialVersionUID = 1L;

            /** An object that is none of its kind. */
            public Malformed(String message) {
                super(message);
            }
        }

        /**
         * The object as its kind has it.
         *
         * @param strict whether fields that the kind has not are wrong
         */
        MapNode complete(MapNode object, boolean strict) throws Malformed;
    }

    /**
     * What became of the object.
     *
     * @param invoked whether the policy's conditions hold
     * @param dirty whether a mutation was made, even one that changes nothing
     * @param errors the mutations that failed
     */
    public record Outcome(MapNode object, boolean invoked, boolean dirty, List<String> errors) {}

    /**
     * Runs the mutations one after the other.
     *
     * @param type the type of the object
     * @param completion makes a changed object one of its kind again
     * @throws Completion.Malformed when that cannot be
     */
    public static Outcome mutate(
            CompiledPolicy policy, PolicyInput input, MapNode object, TypeRef type, Completion completion)
            throws Completion.Malformed {
        MatchConditions.Outcome matched = MatchConditions.ask(policy, input);
        if (!matched.error().isEmpty()) {
            return new Outcome(object, false, false, List.of(matched.error()));
        }
        if (!matched.matches()) {
            return new Outcome(object, false, false, List.of());
        }
        MapNode changed = object;
        boolean dirty = false;
        List<String> errors = new ArrayList<>();
        for (Mutation mutation : policy.mutations) {
            try {
                Value value = evaluate(policy, input.withObject(changed), mutation);
                changed = completion.complete(
                        mutation.jsonPatch() ? patch(changed, value) : apply(changed, value, type),
                        mutation.jsonPatch());
                dirty = true;
            } catch (Failed e) {
                errors.add(String.valueOf(e.getMessage()));
            }
        }
        return new Outcome(changed, true, dirty, errors);
    }

    /** A mutation that cannot be made. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String message) {
            super(message);
        }
    }

    private static Value evaluate(CompiledPolicy policy, PolicyInput input, Mutation mutation) throws Failed {
        if (mutation.expression().program() == null) {
            throw new Failed(mutation.expression().error());
        }
        try {
            Value value = new Activation(policy, input, Activation.BUDGET).evaluate(mutation.expression());
            if (value instanceof Failure failure) {
                throw new Failed(failure.message());
            }
            return value;
        } catch (OutOfBudget e) {
            throw new Failed(Activation.EXHAUSTED);
        }
    }

    private static MapNode apply(MapNode object, Value value, TypeRef type) throws Failed {
        if (!(value instanceof PatchValues.Written written)) {
            throw new Failed("unsupported return type from ApplyConfiguration expression: "
                    + value.type().runtimeName());
        }
        checkNames(written);
        if (!(JsonValues.of(written) instanceof MapNode configuration)) {
            throw new Failed("invalid return type: " + value.type().runtimeName());
        }
        MapNode named =
                configuration.with("apiVersion", object.findText("apiVersion")).with("kind", object.findText("kind"));
        try {
            return PolicyMerge.merge(object, named, type);
        } catch (PolicyMerge.Unfit e) {
            throw new Failed("error applying patch: " + e.getMessage());
        }
    }

    private static void checkNames(Value value) throws Failed {
        List<String> misnamed = value instanceof PatchValues.Written written ? written.misnamed() : List.of();
        if (!misnamed.isEmpty()) {
            throw new Failed("type mismatch: " + String.join("\n", misnamed));
        }
    }

    private static MapNode patch(MapNode object, Value value) throws Failed {
        List<Node> operations = new ArrayList<>();
        for (Value item : (ListValue) value) {
            operations.add(operation((PatchValues.Written) item));
        }
        try {
            Node patched = JsonPatch.apply(object, ListNode.of(operations), JsonPatchOptions.API_SERVER);
            return patched instanceof MapNode map ? map : object;
        } catch (JsonPatchException e) {
            if (String.valueOf(e.getMessage()).contains("test failed")) {
                // What a patch tests for is its condition: nothing is done, and nothing is wrong.
                return object;
            }
            throw new Failed("JSON Patch: " + e.getMessage());
        }
    }

    private static MapNode operation(PatchValues.Written patch) throws Failed {
        MapNode.Builder operation = MapNode.builder();
        for (String name : List.of("op", "path")) {
            operation.put(name, patch.fields().get(name) instanceof Scalar.Text text ? text.value() : "");
        }
        if (patch.fields().get("from") instanceof Scalar.Text from
                && !from.value().isEmpty()) {
            operation.put("from", from.value());
        }
        Value value = patch.fields().get("value");
        if (value != null) {
            checkNames(value);
            Node node = JsonValues.of(value);
            if (node == null) {
                throw new Failed("JSONPath valueExpression evaluated to a type that could not marshal to JSON: "
                        + value.type().runtimeName());
            }
            operation.put("value", node);
        }
        return operation.build();
    }
}
