package dev.drydock.cel.interpret;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TypeValue;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A variable or a computed value with the fields and indexes read from it, which are one thing to costs and to errors
 * (cel-go, interpreter/attributes.go).
 */
abstract class Attribute implements Step {

    /** What one look-up costs. */
    private static final long COST = 1;

    /** Reads one step further. */
    abstract void add(Qualifier qualifier);

    /** The value without the cost of the attribute itself; may be {@link Missing}. */
    abstract Value resolve(Frame frame);

    @Override
    public Value eval(Frame frame) {
        Value value = Missing.settled(resolve(frame));
        frame.meter().add(COST);
        return value;
    }

    /** What stands in a branch of a condition: its own cost is not counted there. */
    Attribute inBranch() {
        return this;
    }

    private static Value apply(Frame frame, Value start, List<Qualifier> qualifiers) {
        Value value = start;
        boolean optional = false;
        if (value instanceof OptionalValue maybe) {
            if (maybe.value() == null) {
                return maybe;
            }
            optional = true;
            value = maybe.get();
        }
        for (Qualifier qualifier : qualifiers) {
            optional |= qualifier.optional();
            @Nullable
            Value below = optional ? qualifier.qualifyIfPresent(frame, value) : qualifier.qualify(frame, value);
            if (below == null) {
                return OptionalValue.NONE;
            }
            if (below instanceof Failure || below instanceof Missing) {
                return below;
            }
            value = below;
        }
        return optional ? OptionalValue.of(value) : value;
    }

    /** What is read from a variable. */
    static final class Absolute extends Attribute {
        private final String name;
        private final Map<String, CelType> typeNames;
        private final List<Qualifier> qualifiers = new ArrayList<>();

        Absolute(String name, Map<String, CelType> typeNames) {
            this.name = name;
            this.typeNames = typeNames;
        }

        @Override
        void add(Qualifier qualifier) {
            qualifiers.add(qualifier);
        }

        @Override
        Value resolve(Frame frame) {
            Value value = frame.resolve(name);
            if (value != null) {
                return value instanceof Failure ? value : apply(frame, value, qualifiers);
            }
            CelType type = typeNames.get(name);
            return type != null && qualifiers.isEmpty() ? new TypeValue(type) : new Missing(name);
        }
    }

    /** A dotted name without types: the first dots may belong to the name of the variable, the longest name wins. */
    static final class Maybe extends Attribute {
        private final Map<String, CelType> typeNames;
        /** The longest name first. */
        private final List<Absolute> readings = new ArrayList<>();

        Maybe(String name, Map<String, CelType> typeNames) {
            this.typeNames = typeNames;
            readings.add(new Absolute(name, typeNames));
        }

        @Override
        void add(Qualifier qualifier) {
            Absolute longest = readings.get(0);
            boolean named = longest.qualifiers.isEmpty() && keyOf(qualifier) instanceof Scalar.Text;
            readings.forEach(reading -> reading.add(qualifier));
            if (named && keyOf(qualifier) instanceof Scalar.Text field) {
                readings.add(0, new Absolute(longest.name + "." + field.value(), typeNames));
            }
        }

        private static @Nullable Value keyOf(Qualifier qualifier) {
            return qualifier instanceof Qualifier.Key constant
                    ? constant.key()
                    : qualifier instanceof Qualifier.Presence presence ? presence.key() : null;
        }

        @Override
        Value resolve(Frame frame) {
            @Nullable Value missing = null;
            for (Absolute reading : readings) {
                Value value = reading.resolve(frame);
                if (!(value instanceof Missing)) {
                    return value;
                }
                missing = missing == null ? value : missing;
            }
            return missing == null ? new Missing("") : missing;
        }
    }

    /** What is read from a computed value. */
    static final class Relative extends Attribute {
        private final Step operand;
        private final List<Qualifier> qualifiers = new ArrayList<>();

        Relative(Step operand) {
            this.operand = operand;
        }

        @Override
        void add(Qualifier qualifier) {
            qualifiers.add(qualifier);
        }

        @Override
        Value resolve(Frame frame) {
            Value value = operand.eval(frame);
            return value instanceof Failure ? value : apply(frame, value, qualifiers);
        }
    }

    /** {@code condition ? a : b}, and what is read from either. */
    static final class Conditional extends Attribute {
        private final Step condition;
        private final Attribute yes;
        private final Attribute no;

        Conditional(Step condition, Attribute yes, Attribute no) {
            this.condition = condition;
            this.yes = yes;
            this.no = no;
        }

        @Override
        void add(Qualifier qualifier) {
            yes.add(qualifier);
            no.add(qualifier);
        }

        @Override
        Value resolve(Frame frame) {
            Value value = condition.eval(frame);
            if (value instanceof Scalar.Bool bool) {
                return bool.value() ? yes.resolve(frame) : no.resolve(frame);
            }
            return Failure.noSuchOverload(value);
        }

        @Override
        public Value eval(Frame frame) {
            return Missing.settled(resolve(frame));
        }
    }

    /** {@code has(a.b)}. */
    static final class Present extends Attribute {
        private final Attribute attribute;

        Present(Attribute attribute, Value key) {
            this.attribute = attribute;
            attribute.add(new Qualifier.Presence(key));
        }

        @Override
        void add(Qualifier qualifier) {
            attribute.add(qualifier);
        }

        @Override
        Value resolve(Frame frame) {
            Value value = attribute.resolve(frame);
            return value instanceof OptionalValue optional ? Scalar.of(optional.value() != null) : value;
        }

        @Override
        public Value eval(Frame frame) {
            Value value = Missing.settled(resolve(frame));
            frame.meter().add(frame.meter().options().presenceCosts() ? COST : 0);
            return value;
        }

        @Override
        Attribute inBranch() {
            return attribute;
        }
    }
}
