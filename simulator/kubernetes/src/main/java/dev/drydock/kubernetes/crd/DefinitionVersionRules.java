package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;

/** One version of a definition (validation.go, validateCustomResourceDefinitionVersion). */
final class DefinitionVersionRules {

    private DefinitionVersionRules() {}

    static void check(Node version, String path, boolean hasStatus, DefinitionOptions options, FieldErrors errors) {
        deprecation(version, Paths.child(path, "deprecationWarning"), errors);
        boolean cheap = options.unchanged().contains(version.findText("name"));
        RootSchemaRules.check(version.find("schema"), path + ".schema", hasStatus, options, cheap, errors);
        ScalePathRules.check(version.findMap("subresources"), path + ".subresources", errors);
        ColumnRules.check(version, path, errors);
        SelectableFieldRules.check(
                version,
                version.find("schema", "openAPIV3Schema"),
                path,
                version.findText("name"),
                options.manySelectable(),
                errors);
    }

    private static void deprecation(Node version, String path, FieldErrors errors) {
        String warning = version.findString("deprecationWarning");
        if (warning == null) {
            return;
        }
        if (!version.isTrue("deprecated")) {
            errors.add(FieldError.invalid(path, warning, "can only be set for deprecated versions"));
            return;
        }
        if (warning.getBytes(StandardCharsets.UTF_8).length > 256) {
            errors.add(FieldError.invalid(path, warning, "must be <= 256 characters long"));
        }
        if (warning.isEmpty()) {
            errors.add(FieldError.invalid(path, warning, "must not be an empty string"));
        }
        int bytes = 0;
        for (int i = 0; i < warning.length(); ) {
            int c = warning.codePointAt(i);
            if (!GoQuote.isPrintable(c)) {
                errors.add(FieldError.invalid(
                        path,
                        warning,
                        "must only contain printable UTF-8 characters; non-printable character found at index "
                                + bytes));
                return;
            }
            int next = i + Character.charCount(c);
            bytes += warning.substring(i, next).getBytes(StandardCharsets.UTF_8).length;
            i = next;
        }
    }
}
