package dev.drydock.kubernetes.policy;

import dev.drydock.cel.interpret.ObjectFactory;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The objects and patches that mutations write out (apiserver, pkg/cel/mutation). */
final class PatchValues {

    static final ObjectFactory FACTORY = new ObjectFactory() {
        @Override
        public boolean knows(String type) {
            return PatchTypes.isKnown(type);
        }

        @Override
        public Value create(String type, Map<String, Value> fields) {
            return type.equals("JSONPatch") ? patch(fields) : new Written(CelType.object(type), fields);
        }
    };

    private PatchValues() {}

    private static Value patch(Map<String, Value> fields) {
        for (String name : List.of("op", "path", "from")) {
            Value value = fields.get(name);
            if (value != null && !(value instanceof Scalar.Text)) {
                return new Failure(
                        "unexpected type " + value.type().runtimeName() + " for JSONPatchType '" + name + "' field");
            }
        }
        return new Written(PatchTypes.PATCH, fields);
    }

    /** An object that an expression has written out. */
    record Written(CelType type, Map<String, Value> fields) implements MapValue {

        Written {
            fields = Map.copyOf(fields);
        }

        @Override
        public int size() {
            return fields.size();
        }

        @Override
        public @Nullable Value find(Value key) {
            return key instanceof Scalar.Text text ? fields.get(text.value()) : null;
        }

        @Override
        public Iterable<Value> keys() {
            return fields.keySet().stream()
                    .sorted()
                    .<Value>map(Scalar.Text::new)
                    .toList();
        }

        @Override
        public boolean sameAs(Value other) {
            return other instanceof Written written && written.type.equals(type) && MapValue.super.sameAs(other);
        }

        /** The types of objects within that are not named by the path of their fields, in upstream's words. */
        List<String> misnamed() {
            List<String> wrong = new ArrayList<>();
            check(this, type.name(), wrong);
            return wrong;
        }

        private static void check(Value value, String path, List<String> wrong) {
            if (value instanceof Written written) {
                if (!written.type.name().equals(path)) {
                    wrong.add("unexpected type name \"" + written.type.name() + "\", expected \"" + path
                            + "\", which matches field name path from root Object type");
                }
                new TreeMap<>(written.fields).forEach((name, field) -> check(field, path + "." + name, wrong));
            } else if (value instanceof ListValue list) {
                list.forEach(item -> check(item, path, wrong));
            } else if (value instanceof MapValue map) {
                for (Value key : map.keys()) {
                    Value found = map.find(key);
                    if (found != null) {
                        check(found, path, wrong);
                    }
                }
            }
        }
    }
}
