package dev.drydock.helm.engine;

import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoObject;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoYaml;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods of the values that templates meet: {@code .Files}, {@code .Values}, {@code .Capabilities.APIVersions}. */
final class Methods {

    static final String FILES = "engine.files";
    static final String VALUES = "common.Values";
    static final String VERSIONS = "common.VersionSet";

    private Methods() {}

    static @Nullable GoFunction find(Object value, String name) {
        if (value instanceof GoObject object) {
            return object.method(name);
        }
        if (value instanceof GoMap map) {
            return switch (map.type()) {
                case FILES -> ofFiles(map, name);
                case VALUES -> ofValues(map, name);
                default -> null;
            };
        }
        if (value instanceof GoList list && list.type().equals(VERSIONS)) {
            return name.equals("Has") ? GoFunction.of(a -> list.items().contains(a.string(0)), STRING) : null;
        }
        return null;
    }

    private static @Nullable GoFunction ofFiles(GoMap files, String name) {
        return switch (name) {
            case "Get" -> GoFunction.of(a -> text(files, a.string(0)), STRING);
            case "GetBytes" ->
                GoFunction.of(a -> files.has(a.string(0)) ? files.get(a.string(0)) : GoList.bytes(new byte[0]), STRING);
            case "Glob" -> GoFunction.of(a -> glob(files, a.string(0)), STRING);
            case "AsConfig" -> GoFunction.of(a -> collected(files, false));
            case "AsSecrets" -> GoFunction.of(a -> collected(files, true));
            case "Lines" -> GoFunction.of(a -> lines(files, a.string(0)), STRING);
            default -> null;
        };
    }

    private static byte[] bytes(GoMap files, String name) {
        return files.get(name) instanceof GoList list ? list.toBytes() : new byte[0];
    }

    private static String text(GoMap files, String name) {
        return GoString.of(bytes(files, name));
    }

    private static GoMap glob(GoMap files, String pattern) {
        PathGlob glob = PathGlob.compile(pattern);
        GoMap found = GoMap.ofType(FILES);
        files.entries().forEach((name, data) -> {
            if (glob.matches(name)) {
                found.put(name, data);
            }
        });
        return found;
    }

    private static String collected(GoMap files, boolean encoded) {
        GoMap map = GoMap.ofType("map[string]string");
        files.entries().keySet().forEach(name -> {
            byte[] bytes = bytes(files, name);
            String base = name.substring(name.lastIndexOf('/') + 1);
            map.put(base, encoded ? Base64.getEncoder().encodeToString(bytes) : GoString.of(bytes));
        });
        String yaml = GoYaml.marshal(map);
        return yaml.endsWith("\n") ? yaml.substring(0, yaml.length() - 1) : yaml;
    }

    private static GoList lines(GoMap files, String name) {
        if (!files.has(name)) {
            return GoList.strings(List.of());
        }
        String text = text(files, name);
        if (text.isEmpty()) {
            throw new GoException("runtime error: index out of range [-1]");
        }
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return GoList.strings(new ArrayList<>(List.of(body.split("\n", -1))));
    }

    private static @Nullable GoFunction ofValues(GoMap values, String name) {
        return switch (name) {
            case "YAML" -> GoFunction.of(a -> GoYaml.marshal(values));
            case "AsMap" -> GoFunction.of(a -> values.as(GoMap.ANY));
            case "Table" -> GoFunction.of(a -> table(values, a.string(0)), STRING);
            case "PathValue" -> GoFunction.of(a -> path(values, a.string(0)), STRING);
            case "Encode" -> throw new NotModelledException("the method Encode of Helm values");
            default -> null;
        };
    }

    private static GoMap table(GoMap values, String path) {
        GoMap table = values;
        for (String key : path.split("\\.", -1)) {
            if (!(table.get(key) instanceof GoMap below)) {
                throw new GoException("\"" + key + "\" is not a table");
            }
            table = below;
        }
        return table.as(VALUES);
    }

    private static @Nullable Object path(GoMap values, String path) {
        if (path.isEmpty()) {
            throw new GoException("YAML path cannot be empty");
        }
        int point = path.lastIndexOf('.');
        String key = path.substring(point + 1);
        try {
            GoMap table = point < 0 ? values : table(values, path.substring(0, point));
            if (table.has(key) && !(table.get(key) instanceof GoMap)) {
                return table.get(key);
            }
        } catch (GoException e) {
            // told as a missing value below
        }
        throw new GoException("\"" + key + "\" is not a value");
    }
}
