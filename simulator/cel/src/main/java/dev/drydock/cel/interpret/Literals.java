package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Printer;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists, maps and objects that are written out. */
final class Literals {

    private static final long LIST_COST = 10;
    private static final long MAP_COST = 30;
    private static final long OBJECT_COST = 40;

    private Literals() {}

    record ListStep(List<Step> elements, Set<Integer> optional) implements Step {
        @Override
        public Value eval(Frame frame) {
            List<Value> values = new ArrayList<>(elements.size());
            Value result = null;
            for (int i = 0; i < elements.size() && result == null; i++) {
                Value value = elements.get(i).eval(frame);
                if (value instanceof Failure) {
                    result = value;
                } else if (!optional.contains(i)) {
                    values.add(value);
                } else if (!(value instanceof OptionalValue maybe)) {
                    result = new Failure(
                            "cannot initialize optional list element from non-optional value " + Printer.plain(value));
                } else if (maybe.value() != null) {
                    values.add(maybe.get());
                }
            }
            frame.meter().add(LIST_COST);
            return result == null ? ListValue.of(values) : result;
        }
    }

    record EntryStep(Step key, Step value, boolean optional) {}

    record MapStep(List<EntryStep> entries) implements Step {
        @Override
        public Value eval(Frame frame) {
            Map<Value, Value> values = new LinkedHashMap<>();
            Value result = null;
            for (EntryStep entry : entries) {
                Value key = entry.key.eval(frame);
                Value value = key instanceof Failure ? key : entry.value.eval(frame);
                if (value instanceof Failure) {
                    result = value;
                    break;
                }
                if (entry.optional) {
                    if (!(value instanceof OptionalValue maybe)) {
                        result = notOptional(Printer.plain(key), value);
                        break;
                    }
                    if (maybe.value() == null) {
                        values.remove(key);
                        continue;
                    }
                    value = maybe.get();
                }
                values.put(key, value);
            }
            frame.meter().add(MAP_COST);
            return result == null ? MapValue.of(values) : result;
        }
    }

    record FieldStep(String name, Step value, boolean optional) {}

    record ObjectStep(String type, List<FieldStep> fields, ObjectFactory factory) implements Step {
        @Override
        public Value eval(Frame frame) {
            Map<String, Value> values = new LinkedHashMap<>();
            Value result = null;
            for (FieldStep field : fields) {
                Value value = field.value.eval(frame);
                if (value instanceof Failure) {
                    result = value;
                    break;
                }
                if (field.optional) {
                    if (!(value instanceof OptionalValue maybe)) {
                        result = notOptional(field.name, value);
                        break;
                    }
                    if (maybe.value() == null) {
                        values.remove(field.name);
                        continue;
                    }
                    value = maybe.get();
                }
                values.put(field.name, value);
            }
            frame.meter().add(OBJECT_COST);
            return result == null ? factory.create(type, values) : result;
        }
    }

    private static Failure notOptional(String name, Value value) {
        return new Failure(
                "cannot initialize optional entry '" + name + "' from non-optional value " + Printer.plain(value));
    }
}
