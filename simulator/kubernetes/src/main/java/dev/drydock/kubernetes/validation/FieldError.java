package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with an object (upstream {@code apimachinery/pkg/util/validation/field/errors.go}).
 *
 * @param reason machine-readable reason of the cause, such as {@code FieldValueInvalid}
 * @param field path of the field
 * @param body the text without the field
 */
@API(status = API.Status.STABLE, since = "0.1")
public record FieldError(String reason, String field, String body) {

    /** A value that must be there and is not; the detail may be empty. */
    public static FieldError required(String field, String detail) {
        return new FieldError("FieldValueRequired", field, body("Required value", detail));
    }

    /** A value that is wrong. The value is a Java value or a node; objects and lists are printed as JSON in their order. */
    public static FieldError invalid(String field, @Nullable Object value, String detail) {
        return new FieldError("FieldValueInvalid", field, body("Invalid value: " + print(value), detail));
    }

    /** A value of the wrong type. */
    public static FieldError typeInvalid(String field, @Nullable Object value, String detail) {
        return new FieldError("FieldValueTypeInvalid", field, body("Invalid value: " + print(value), detail));
    }

    /** A value outside a list of known ones, which are printed in the given order. */
    public static FieldError notSupported(String field, @Nullable Object value, Collection<String> supported) {
        return notSupportedAsPrinted(field, print(value), supported);
    }

    /** The same of a value that is printed already. */
    public static FieldError notSupportedAsPrinted(String field, String value, Collection<String> supported) {
        String detail = supported.isEmpty()
                ? ""
                : "supported values: " + supported.stream().map(GoQuote::quote).collect(Collectors.joining(", "));
        return new FieldError("FieldValueNotSupported", field, body("Unsupported value: " + value, detail));
    }

    /** A value that may not be repeated and is. */
    public static FieldError duplicate(String field, @Nullable Object value) {
        return new FieldError("FieldValueDuplicate", field, "Duplicate value: " + print(value));
    }

    /** A value that may not be repeated and is, with what makes it the same. */
    public static FieldError duplicate(String field, @Nullable Object value, String detail) {
        return new FieldError("FieldValueDuplicate", field, body("Duplicate value: " + print(value), detail));
    }

    /** A value that names something that is not there. */
    public static FieldError notFound(String field, @Nullable Object value) {
        return new FieldError("FieldValueNotFound", field, "Not found: " + print(value));
    }

    /** A value that may not be set here. */
    public static FieldError forbidden(String field, String detail) {
        return new FieldError("FieldValueForbidden", field, body("Forbidden", detail));
    }

    /** A text with too many bytes. */
    public static FieldError tooLong(String field, int most) {
        return new FieldError(
                "FieldValueTooLong",
                field,
                "Too long: may not be more than " + most + (most == 1 ? " byte" : " bytes"));
    }

    /** A list with too many items. */
    public static FieldError tooMany(String field, int actual, int most) {
        return new FieldError(
                "FieldValueTooMany",
                field,
                "Too many: " + actual + ": must have at most " + most + (most == 1 ? " item" : " items"));
    }

    /** A mistake of the server's own. */
    public static FieldError internal(String field, String detail) {
        return new FieldError("InternalError", field, body("Internal error", detail));
    }

    private static String body(String start, String detail) {
        return detail.isEmpty() ? start : start + ": " + detail;
    }

    /** A value as error texts show it. */
    public static String print(@Nullable Object value) {
        Node node = Node.of(value);
        return node instanceof ScalarNode scalar && scalar.isString()
                ? GoQuote.quote(scalar.stringValue())
                : JsonWriter.compact(node);
    }

    /** {@code field: body}. */
    @Override
    public String toString() {
        return field + ": " + body;
    }
}
