package dev.drydock.kustomize.file;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of Go as encoding/json decodes into it. */
public sealed interface GoType {

    /** The name that messages have for it. */
    String name();

    /** A string, perhaps under another name. */
    record Text(String name) implements GoType {}

    /** A boolean. */
    record Bool() implements GoType {
        @Override
        public String name() {
            return "bool";
        }
    }

    /** An integer. */
    record Int(String name) implements GoType {}

    /** Anything. */
    record Any() implements GoType {
        @Override
        public String name() {
            return "interface {}";
        }
    }

    /** A slice. */
    record Slice(GoType of) implements GoType {
        @Override
        public String name() {
            return "[]" + of.name();
        }
    }

    /** A map with string keys. */
    record StringMap(GoType of) implements GoType {
        @Override
        public String name() {
            return "map[string]" + of.name();
        }
    }

    /** A struct; fields of embedded structs stand among its own, in {@code paths} with the name of the embedded one. */
    final class Struct implements GoType {
        private final String name;
        private final Map<String, GoType> fields = new LinkedHashMap<>();
        private final Map<String, String> folded = new LinkedHashMap<>();
        private final Map<String, String> embedded = new LinkedHashMap<>();

        Struct(String name) {
            this.name = name;
        }

        Struct with(GoType type, String... names) {
            for (String field : names) {
                fields.put(field, type);
                folded.putIfAbsent(field.toLowerCase(Locale.ROOT), field);
            }
            return this;
        }

        Struct embedding(Struct other, String prefix) {
            other.fields.forEach((field, type) -> {
                with(type, field);
                String inner = other.embedded.getOrDefault(field, "");
                embedded.put(field, prefix + "." + inner);
            });
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        /** The name without its package. */
        String shortName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** The canonical spelling of a field, or null; upper and lower case do not count. */
        @Nullable
        String field(String key) {
            return fields.containsKey(key) ? key : folded.get(key.toLowerCase(Locale.ROOT));
        }

        GoType type(String field) {
            return java.util.Objects.requireNonNull(fields.get(field));
        }

        /** The names of embedded structs on the way to a field, with a dot behind each. */
        String way(String field) {
            return embedded.getOrDefault(field, "");
        }
    }
}
