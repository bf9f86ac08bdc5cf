package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The merge keys of Kubernetes v1.21.2, the only version that kustomize has built in. */
final class BuiltInSchemas {

    private static final Map<Gvk, MergeSchema> KINDS = read();

    private BuiltInSchemas() {}

    static @Nullable MergeSchema of(Gvk gvk) {
        return KINDS.get(gvk);
    }

    private static Map<Gvk, MergeSchema> read() {
        MapNode table;
        try (InputStream in = BuiltInSchemas.class.getResourceAsStream("merge-keys.yaml")) {
            if (in == null) {
                throw new IllegalStateException("merge-keys.yaml is not on the class path");
            }
            table = (MapNode) YamlReader.read(in.readAllBytes(), "merge-keys.yaml", YamlMode.KUSTOMIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MapNode types = table.findMap("types");
        Map<Gvk, MergeSchema> kinds = new HashMap<>();
        table.findMap("kinds").strings().forEach((kind, type) -> {
            int blank = kind.indexOf(' ');
            kinds.put(Gvk.of(kind.substring(0, blank), kind.substring(blank + 1)), new Type(types, type));
        });
        return kinds;
    }

    /** A named type of the table: a map with fields. */
    private record Type(MapNode types, String name) implements MergeSchema {
        @Override
        public @Nullable List<String> mergeKeys() {
            return null;
        }

        @Override
        public MergeSchema field(String field) {
            return types.find(name, field) instanceof MapNode rule ? new Field(types, rule) : PLAIN;
        }

        @Override
        public MergeSchema elements() {
            return PLAIN;
        }
    }

    /** A row of the table: a field of a type. */
    private record Field(MapNode types, MapNode rule) implements MergeSchema {
        @Override
        public @Nullable List<String> mergeKeys() {
            return rule.has("merge") ? rule.findList("merge").strings() : null;
        }

        @Override
        public MergeSchema field(String field) {
            String type = rule.findString("is");
            if (type != null) {
                return new Type(types, type).field(field);
            }
            String mapped = rule.findString("mapOf");
            return mapped == null ? PLAIN : new Type(types, mapped);
        }

        @Override
        public MergeSchema elements() {
            String type = rule.findString("of");
            return type == null ? PLAIN : new Type(types, type);
        }
    }
}
