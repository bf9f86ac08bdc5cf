package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words errors about a value: messages name the path within what is validated, errors also what that is part of
 * (apiextensions-apiserver, pkg/apiserver/validation/validation.go, kubeOpenAPIResultToFieldErrors).
 *
 * @param base path of what is validated, empty for a whole object
 * @param path path of the value in it
 */
record ErrorPlace(String base, String path) {

    private static final String NO_FIELD = "<nil>";

    ErrorPlace child(String below) {
        return new ErrorPlace(base, below);
    }

    private String field(String name) {
        String bare = name.startsWith(".") ? name.substring(1) : name;
        if (bare.isEmpty()) {
            return base.isEmpty() ? NO_FIELD : base;
        }
        return Paths.child(base, bare);
    }

    private String in(String words) {
        return path + " in body " + words;
    }

    void type(Findings findings, String wanted, String found) {
        String message = in("must be of type " + wanted + ": " + GoQuote.quote(found));
        findings.add(message, FieldError.typeInvalid(field(path), found, message));
    }

    void invalid(Findings findings, @Nullable Node value, String words) {
        String message = in(words);
        findings.add(message, GoForm.invalid(field(path), value == null ? "\"\"" : print(value), message));
    }

    /** A message that stands for itself and shows no value. */
    void bare(Findings findings, String message, Node value) {
        findings.add(message, GoForm.invalid(field(path), print(value), message));
    }

    /** An error that names no field. */
    void general(Findings findings, String message) {
        findings.add(message, FieldError.invalid(field(""), "", message));
    }

    void required(Findings findings, String name) {
        String at = path + "." + name;
        findings.add(at + " in body is required", FieldError.required(field(at), ""));
    }

    void tooLong(Findings findings, int most) {
        findings.add(in("should be at most " + most + " chars long"), FieldError.tooLong(field(path), most));
    }

    void tooMany(Findings findings, String words, int actual, int most) {
        findings.add(in(words), FieldError.tooMany(field(path), actual, most));
    }

    void notSupported(Findings findings, Node value, List<String> known) {
        String message = in("should be one of " + known);
        boolean fraction = value instanceof ScalarNode scalar && scalar.value() instanceof Double;
        findings.add(
                message,
                fraction
                        ? FieldError.notSupportedAsPrinted(field(path), print(value), known)
                        : FieldError.notSupported(field(path), value, known));
    }

    private static String print(Node value) {
        return value instanceof ScalarNode scalar && scalar.value() instanceof Double number
                ? GoNumbers.print(number)
                : FieldError.print(value);
    }
}
