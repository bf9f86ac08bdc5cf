package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.resource.Scopes;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a custom OpenAPI v2 document; follows kyaml/openapi/openapi.go. */
public final class OpenApiSchemas {

    private OpenApiSchemas() {}

    /**
     * Takes the definitions and paths of a document into a build.
     *
     * @param replace whether the built-in schemas are forgotten, as the command does and Flux does not
     * @throws KustomizeException when the document cannot be read
     */
    public static void install(byte[] text, MergeSchemas schemas, Scopes scopes, boolean replace) {
        MapNode document;
        try {
            document = YamlReader.read(text, "", YamlMode.KUBERNETES) instanceof MapNode map ? map : MapNode.EMPTY;
        } catch (YamlException e) {
            throw new KustomizeException("invalid schema file: " + e.upstream());
        }
        if (replace) {
            schemas.withoutBuiltIns();
        }
        MapNode definitions = document.findMap("definitions");
        definitions.forEach((name, definition) -> {
            for (Node type : definition.findList("x-kubernetes-group-version-kind")) {
                schemas.add(gvk(type), new Definition(definitions, (MapNode) definition));
            }
        });
        document.findMap("paths").forEach((path, methods) -> {
            if (methods.find("get", "x-kubernetes-group-version-kind") instanceof MapNode type) {
                if (path.contains("namespaces/{namespace}")) {
                    scopes.learnNamespaced(gvk(type));
                } else {
                    scopes.learn(gvk(type), true);
                }
            }
        });
    }

    private static Gvk gvk(Node type) {
        return new Gvk(
                Scalars.value(type.find("group")),
                Scalars.value(type.find("version")),
                Scalars.value(type.find("kind")));
    }

    private record Definition(MapNode definitions, MapNode schema) implements MergeSchema {
        @Override
        public @Nullable List<String> mergeKeys() {
            String strategy = schema.findString("x-kubernetes-patch-strategy");
            if (strategy == null || !List.of(strategy.split(",", -1)).contains("merge")) {
                return null;
            }
            if (schema.get("x-kubernetes-list-map-keys") instanceof ListNode keys) {
                return keys.strings();
            }
            String key = schema.findString("x-kubernetes-patch-merge-key");
            return key == null ? List.of() : List.of(key);
        }

        @Override
        public @Nullable MergeSchema field(String name) {
            Node field = schema.find("properties", name);
            return resolve(field == null ? schema.get("additionalProperties") : field);
        }

        @Override
        public @Nullable MergeSchema elements() {
            return "array".equals(schema.findString("type")) ? resolve(schema.get("items")) : null;
        }

        private @Nullable MergeSchema resolve(@Nullable Node start) {
            Node node = start;
            for (int hops = 0; node instanceof MapNode map; hops++) {
                String ref = map.findString("$ref");
                if (ref == null) {
                    return new Definition(definitions, map);
                }
                if (hops > 100 || !ref.startsWith("#/definitions/")) {
                    return null;
                }
                node = definitions.get(ref.substring("#/definitions/".length())
                        .replace("~1", "/")
                        .replace("~0", "~"));
            }
            return null;
        }
    }
}
