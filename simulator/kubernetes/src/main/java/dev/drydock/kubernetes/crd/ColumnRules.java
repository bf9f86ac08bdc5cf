package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.Node;
import java.util.List;

/** Columns of tables (validation.go, ValidateCustomResourceColumnDefinition). */
final class ColumnRules {

    private static final List<String> TYPES = List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");

    private ColumnRules() {}

    /** The columns of a version, or those that all versions have. */
    static void check(Node holder, String path, FieldErrors errors) {
        List<Node> columns = holder.findList("additionalPrinterColumns").items();
        for (int i = 0; i < columns.size(); i++) {
            column(columns.get(i), Paths.index(Paths.child(path, "additionalPrinterColumns"), i), errors);
        }
    }

    private static void column(Node column, String path, FieldErrors errors) {
        if (column.findText("name").isEmpty()) {
            errors.add(FieldError.required(path + ".name", ""));
        }
        String type = column.findText("type");
        if (type.isEmpty()) {
            errors.add(FieldError.required(path + ".type", oneOf(TYPES)));
        } else if (!TYPES.contains(type)) {
            errors.add(FieldError.invalid(path + ".type", type, oneOf(TYPES)));
        }
        String format = column.findText("format");
        if (!format.isEmpty() && !FORMATS.contains(format)) {
            errors.add(FieldError.invalid(path + ".format", format, oneOf(FORMATS)));
        }
        String json = column.findText("jsonPath");
        if (json.isEmpty()) {
            errors.add(FieldError.required(path + ".JSONPath", ""));
        } else if (!json.startsWith(".")) {
            errors.add(FieldError.invalid(path + ".JSONPath", json, ScalePathRules.SIMPLE));
        }
    }

    private static String oneOf(List<String> known) {
        return "must be one of " + String.join(",", known);
    }
}
