package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Indexing;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import org.jspecify.annotations.Nullable;

/** One step down within an attribute: a field, a key or an index (cel-go, interpreter/attributes.go). */
interface Qualifier {

    /** Whether a missing value is no error. */
    boolean optional();

    /** What lies below a value, or an error. */
    Value qualify(Frame frame, Value value);

    /** What lies below a value, null where there is nothing, or an error. */
    @Nullable
    Value qualifyIfPresent(Frame frame, Value value);

    /** A key that is written out. */
    record Key(Value key, boolean optional) implements Qualifier {
        @Override
        public Value qualify(Frame frame, Value value) {
            frame.meter().add(1);
            return Indexing.get(value, key);
        }

        @Override
        public @Nullable Value qualifyIfPresent(Frame frame, Value value) {
            Value found = Indexing.find(value, key);
            if (found != null && !(found instanceof Failure)) {
                frame.meter().add(1);
            }
            return found;
        }
    }

    /** The question whether there is something below a value. */
    record Presence(Value key) implements Qualifier {
        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public Value qualify(Frame frame, Value value) {
            frame.meter().add(1);
            Value found = Indexing.find(value, key);
            return found instanceof Failure ? found : Scalar.of(found != null);
        }

        @Override
        public @Nullable Value qualifyIfPresent(Frame frame, Value value) {
            frame.meter().add(1);
            Value found = Indexing.find(value, key);
            return found == null || found instanceof Failure ? found : Scalar.TRUE;
        }
    }

    /** A key that is computed. */
    record Computed(Attribute key, boolean optional) implements Qualifier {
        @Override
        public Value qualify(Frame frame, Value value) {
            Value resolved = key.resolve(frame);
            frame.meter().add(1);
            return isError(resolved) ? resolved : Indexing.get(value, resolved);
        }

        @Override
        public @Nullable Value qualifyIfPresent(Frame frame, Value value) {
            Value resolved = key.resolve(frame);
            frame.meter().add(1);
            return isError(resolved) ? resolved : Indexing.find(value, resolved);
        }

        private static boolean isError(Value value) {
            return value instanceof Failure || value instanceof Missing;
        }
    }
}
