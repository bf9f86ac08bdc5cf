package dev.drydock.kustomize.config;

import dev.drydock.kustomize.config.TransformerConfig.Field;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Makes configurations from trees. */
public final class ConfigReader {

    static final TransformerConfig DEFAULTS = defaults();

    private ConfigReader() {}

    private static TransformerConfig defaults() {
        try (InputStream in = ConfigReader.class.getResourceAsStream("default-field-specs.yaml")) {
            if (in == null) {
                throw new IllegalStateException("default-field-specs.yaml is not on the class path");
            }
            Node table = YamlReader.read(in.readAllBytes(), "default-field-specs.yaml", YamlMode.KUSTOMIZE);
            return read((MapNode) table, "referenced", "fields");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The configuration of a decoded file: rules have their kind inline, their fields in {@code fieldSpecs}. */
    public static TransformerConfig read(MapNode file) {
        return read(file, "", "fieldSpecs");
    }

    private static TransformerConfig read(MapNode file, String kindField, String specsField) {
        Map<Field, FieldSpecs> fields = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            fields.put(field, specs(file.get(field.key())).sorted());
        }
        List<NameReference> rules = new ArrayList<>();
        for (Node rule : file.findList("nameReference")) {
            MapNode kind = kindField.isEmpty() ? (MapNode) rule : rule.findMap(kindField);
            rules.add(new NameReference(gvk(kind), specs(rule.find(specsField))));
        }
        return new TransformerConfig(fields, TransformerConfig.sorted(rules));
    }

    /** A list of field specs. */
    public static FieldSpecs specs(@org.jspecify.annotations.Nullable Node list) {
        List<FieldSpec> specs = new ArrayList<>();
        if (list instanceof dev.drydock.yaml.ListNode items) {
            for (Node item : items) {
                specs.add(new FieldSpec(gvk(item), Scalars.value(item.find("path")), item.isTrue("create")));
            }
        }
        return specs.isEmpty() ? FieldSpecs.NONE : new FieldSpecs(specs);
    }

    private static Gvk gvk(Node node) {
        return new Gvk(
                Scalars.value(node.find("group")),
                Scalars.value(node.find("version")),
                Scalars.value(node.find("kind")));
    }
}
