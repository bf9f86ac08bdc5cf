package dev.drydock.kustomize.config;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.config.TransformerConfig.Field;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Field specs from OpenAPI definitions of custom kinds; follows accumulator/loadconfigfromcrds.go. */
public final class CrdConfig {

    private final MapNode definitions;
    private TransformerConfig config = TransformerConfig.EMPTY;
    private int visited;

    private CrdConfig(MapNode definitions) {
        this.definitions = definitions;
    }

    /**
     * The configuration that a file of definitions means.
     *
     * @throws KustomizeException when the file holds no definitions
     */
    public static TransformerConfig read(byte[] content, String path) {
        String text = new String(content, StandardCharsets.UTF_8);
        Node file;
        try {
            file = text.startsWith("{")
                    ? JsonReader.read(text, path)
                    : YamlReader.parseFirst(text, path, YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            throw new KustomizeException("unable to parse open API definition from '" + path + "': "
                    + (text.startsWith("{") ? "" : "error converting YAML to JSON: ") + e.upstream());
        }
        MapNode definitions = file instanceof MapNode map ? map : MapNode.EMPTY;
        for (String name : new TreeSet<>(definitions.keys())) {
            Node definition = definitions.get(name);
            if (!(definition instanceof MapNode) && definition != null && !definition.isNull()) {
                String kind = definition instanceof dev.drydock.yaml.ListNode ? "array" : scalarKind(definition);
                throw new KustomizeException("unable to parse open API definition from '" + path
                        + "': error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + kind
                        + " into Go value of type accumulator.OpenAPIDefinition");
            }
        }
        CrdConfig crds = new CrdConfig(definitions);
        for (String name : new TreeSet<>(definitions.keys())) {
            MapNode properties = crds.properties(name);
            if (properties.has("kind") && properties.has("apiVersion") && properties.has("metadata")) {
                Gvk gvk = new Gvk("", "", name.substring(name.lastIndexOf('.') + 1));
                crds.collect(gvk, name, List.of());
            }
        }
        return crds.config;
    }

    private static String scalarKind(Node node) {
        Object value = ((dev.drydock.yaml.ScalarNode) node).value();
        return value instanceof String ? "string" : value instanceof Boolean ? "bool" : "number";
    }

    private MapNode properties(String name) {
        return definitions.findMap(name).findMap("Schema", "properties");
    }

    private void collect(Gvk gvk, String name, List<String> path) {
        if (path.size() > 100 || ++visited > 10_000) {
            throw new KustomizeException("the definition of " + name + " refers to itself without end");
        }
        MapNode properties = properties(name);
        for (String property : new TreeSet<>(properties.keys())) {
            Node schema = properties.get(property);
            if (!(schema instanceof MapNode rules)) {
                continue;
            }
            List<String> here = new ArrayList<>(path);
            here.add(property);
            if (rules.findString("x-kubernetes-annotation") != null) {
                add(Field.COMMON_ANNOTATIONS, gvk, here);
            }
            if (rules.findString("x-kubernetes-label-selector") != null) {
                add(Field.COMMON_LABELS, gvk, here);
            }
            if (rules.findString("x-kubernetes-identity") != null) {
                add(Field.NAME_PREFIX, gvk, here);
            }
            String version = rules.findString("x-kubernetes-object-ref-api-version");
            String kind = rules.findString("x-kubernetes-object-ref-kind");
            if (version != null && kind != null) {
                String key = rules.findString("x-kubernetes-object-ref-name-key");
                List<String> field = new ArrayList<>(here);
                field.add(key == null ? "name" : key);
                NameReference rule = new NameReference(
                        new Gvk("", version, kind),
                        new FieldSpecs(List.of(new FieldSpec(gvk, String.join("/", field), false))));
                config = config.merge(new TransformerConfig(new EnumMap<>(Field.class), List.of(rule)));
            }
            String ref = rules.findString("$ref");
            if (ref != null) {
                collect(gvk, ref, here);
            }
        }
    }

    private void add(Field field, Gvk gvk, List<String> path) {
        Map<Field, FieldSpecs> one = new EnumMap<>(Field.class);
        one.put(field, new FieldSpecs(List.of(new FieldSpec(gvk, String.join("/", path), false))));
        config = config.merge(new TransformerConfig(one, List.of()));
    }
}
