package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoJson;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** YAML, JSON, TOML and base 64 (Helm's engine/funcs.go, Sprig's strings.go and defaults.go). */
final class EncodingFunctions {

    private EncodingFunctions() {}

    static void addTo(Map<String, GoFunction> table) {
        table.put("toYaml", GoFunction.of(a -> quietly(() -> yaml(a.get(0))), ANY));
        table.put("mustToYaml", GoFunction.of(a -> yaml(a.get(0)), ANY));
        table.put("toYamlPretty", GoFunction.of(a -> quietly(() -> PrettyYaml.write(a.get(0))), ANY));
        table.put("fromYaml", GoFunction.of(a -> map(() -> GoYaml.unmarshal(a.string(0), GoMap.ANY)), STRING));
        table.put("fromYamlArray", GoFunction.of(a -> list(() -> GoYaml.unmarshal(a.string(0), GoList.ANY)), STRING));
        table.put("toJson", GoFunction.of(a -> quietly(() -> GoJson.write(a.get(0), "", true)), ANY));
        table.put("mustToJson", GoFunction.of(a -> GoJson.write(a.get(0), "", true), ANY));
        table.put("toPrettyJson", GoFunction.of(a -> quietly(() -> GoJson.write(a.get(0), "  ", true)), ANY));
        table.put("mustToPrettyJson", GoFunction.of(a -> GoJson.write(a.get(0), "  ", true), ANY));
        GoFunction raw = GoFunction.of(a -> GoJson.write(a.get(0), "", false), ANY);
        table.put("toRawJson", raw);
        table.put("mustToRawJson", raw);
        table.put("fromJson", GoFunction.of(a -> map(() -> GoYaml.unmarshalJson(a.string(0), GoMap.ANY)), STRING));
        table.put(
                "fromJsonArray", GoFunction.of(a -> list(() -> GoYaml.unmarshalJson(a.string(0), GoList.ANY)), STRING));
        table.put("mustFromJson", GoFunction.of(a -> GoTree.decode(GoYaml.unmarshalJson(a.string(0), null)), STRING));
        table.put("toToml", GoFunction.of(a -> toml(a.get(0)), ANY));
        table.put("mustToToml", GoFunction.of(a -> TomlWriter.write(a.get(0)), ANY));
        table.put("fromToml", GoFunction.of(a -> fromToml(a.string(0)), STRING));
        table.put("b64enc", GoFunction.of(a -> Base.encode64(GoString.bytes(a.string(0))), STRING));
        table.put("b64dec", GoFunction.of(a -> message(() -> GoString.of(Base.decode64(a.string(0)))), STRING));
        table.put("b32enc", GoFunction.of(a -> Base.encode32(GoString.bytes(a.string(0))), STRING));
        table.put("b32dec", GoFunction.of(a -> message(() -> GoString.of(Base.decode32(a.string(0)))), STRING));
    }

    private static String yaml(@Nullable Object value) {
        String text = GoYaml.marshal(value);
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static String quietly(Supplier<String> text) {
        try {
            return text.get();
        } catch (GoException e) {
            return "";
        }
    }

    private static String message(Supplier<String> text) {
        try {
            return text.get();
        } catch (GoException e) {
            return e.getMessage();
        }
    }

    private static GoMap map(Supplier<Node> node) {
        try {
            return GoTree.decode(node.get()) instanceof GoMap map ? map : GoMap.create();
        } catch (GoException e) {
            return GoMap.of("Error", e.getMessage());
        }
    }

    private static GoList list(Supplier<Node> node) {
        try {
            return GoTree.decode(node.get()) instanceof GoList list ? list : GoList.of(List.of());
        } catch (GoException e) {
            return GoList.of(List.of(e.getMessage()));
        }
    }

    private static String toml(@Nullable Object value) {
        try {
            return TomlWriter.write(value);
        } catch (TomlWriter.EncodeException e) {
            return e.getMessage();
        }
    }

    private static GoMap fromToml(String text) {
        try {
            return TomlReader.read(text);
        } catch (GoException e) {
            return GoMap.of("Error", e.getMessage());
        }
    }
}
