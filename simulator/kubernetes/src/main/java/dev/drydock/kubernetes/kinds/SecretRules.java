package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KeyPairs;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Secrets (pkg/apis/core/validation/validation.go, ValidateSecret). */
final class SecretRules implements KindRules {

    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        // an update that says nothing about the type keeps it (pkg/registry/core/secret/strategy.go)
        String type = object.findString("type");
        Node kept = old.get("type");
        return (type == null || type.isEmpty()) && kept != null ? object.with("type", kept) : object;
    }

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        KeyedData.keys(object, "data", errors);
        if (KeyedData.size(object.findMap("data"), true) > KeyedData.MOST_BYTES) {
            errors.add(FieldError.tooLong("data", KeyedData.MOST_BYTES));
        }
        MapNode data = object.findMap("data");
        switch (object.findText("type")) {
            case "kubernetes.io/service-account-token" -> {
                if (object.findText("metadata", "annotations", ACCOUNT).isEmpty()) {
                    errors.add(FieldError.required("metadata.annotations[" + ACCOUNT + "]", ""));
                }
            }
            case "kubernetes.io/dockercfg" -> json(data, ".dockercfg", errors);
            case "kubernetes.io/dockerconfigjson" -> json(data, ".dockerconfigjson", errors);
            case "kubernetes.io/basic-auth" -> {
                if (!data.has("username") && !data.has("password")) {
                    required(data, List.of("username", "password"), errors);
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                if (data.findText("ssh-privatekey").isEmpty()) {
                    errors.add(FieldError.required("data[ssh-privatekey]", ""));
                }
            }
            case "kubernetes.io/tls" -> required(data, List.of("tls.crt", "tls.key"), errors);
            default -> {}
        }
        return errors;
    }

    private static void required(MapNode data, List<String> keys, FieldErrors errors) {
        for (String key : keys) {
            if (!data.has(key)) {
                errors.add(FieldError.required("data[" + key + "]", ""));
            }
        }
    }

    /** A key whose value is a JSON object. */
    private static void json(MapNode data, String key, FieldErrors errors) {
        if (!data.has(key)) {
            errors.add(FieldError.required("data[" + key + "]", ""));
            return;
        }
        String problem = problemWithJson(KeyedData.bytes(data.findText(key)));
        if (!problem.isEmpty()) {
            errors.add(FieldError.invalid("data[" + key + "]", "<secret contents redacted>", problem));
        }
    }

    private static String problemWithJson(byte[] text) {
        try {
            Node read = JsonReader.read(new String(text, StandardCharsets.UTF_8), "data");
            if (read instanceof MapNode || read.isNull()) {
                return "";
            }
            return "json: cannot unmarshal " + kindOf(read) + " into Go value of type map[string]interface {}";
        } catch (YamlException e) {
            return e.upstream();
        }
    }

    private static String kindOf(Node value) {
        if (value instanceof ListNode) {
            return "array";
        }
        ScalarNode scalar = (ScalarNode) value;
        if (scalar.isString()) {
            return "string";
        }
        return scalar.isNumber() ? "number" : "bool";
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Immutable.check(object, old, errors, "type");
        KeyedData.frozen(object, old, List.of("data"), errors);
        return errors.addAll(validateCreate(object));
    }

    @Override
    public List<String> warningsOnCreate(MapNode object) {
        if (!object.findText("type").equals("kubernetes.io/tls")) {
            return List.of();
        }
        String problem = KeyPairs.problem(text(object, "tls.crt"), text(object, "tls.key"));
        return problem.isEmpty() ? List.of() : List.of(problem);
    }

    private static String text(MapNode object, String key) {
        return new String(KeyedData.bytes(object.findText("data", key)), StandardCharsets.UTF_8);
    }

    @Override
    public List<String> warningsOnUpdate(MapNode object, MapNode old) {
        return warningsOnCreate(object);
    }
}
