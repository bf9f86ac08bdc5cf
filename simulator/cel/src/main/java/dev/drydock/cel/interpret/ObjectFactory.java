package dev.drydock.cel.interpret;

import dev.drydock.cel.value.Value;
import java.util.Map;
import org.apiguardian.api.API;

/** Makes the objects that expressions write out as {@code Type{field: value}}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ObjectFactory {

    /** No types at all. */
    ObjectFactory NONE = new ObjectFactory() {
        @Override
        public boolean knows(String type) {
            return false;
        }

        @Override
        public Value create(String type, Map<String, Value> fields) {
            throw new IllegalStateException("unknown type: " + type);
        }
    };

    /** Whether there is a type of that name. */
    boolean knows(String type);

    /** The object, or the error that making it is. */
    Value create(String type, Map<String, Value> fields);
}
