package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A place in an object that is checked: its path, what is there, and where errors about it go.
 *
 * <p>A field that is absent has a place too, so that it can be required.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Field {

    private static final String NEGATIVE = "must be greater than or equal to 0";

    private final String path;
    private final Node value;
    private final FieldErrors errors;

    private Field(String path, @Nullable Node value, FieldErrors errors) {
        this.path = path;
        this.value = value == null ? ScalarNode.NULL : value;
        this.errors = errors;
    }

    /** The whole object, whose fields have no prefix. */
    public static Field of(MapNode object, FieldErrors errors) {
        return new Field("", object, errors);
    }

    /** The field below this one along names. */
    public Field in(String... names) {
        StringBuilder to = new StringBuilder(path);
        Node node = value;
        for (String name : names) {
            to.append(to.length() == 0 ? "" : ".").append(name);
            Node next = node instanceof MapNode map ? map.get(name) : null;
            node = next == null ? ScalarNode.NULL : next;
        }
        return new Field(to.toString(), node, errors);
    }

    /** This value under another path, as some rules report it. */
    public Field as(String otherPath) {
        return new Field(otherPath, value, errors);
    }

    /** Another value at this place. */
    public Field with(Node other) {
        return new Field(path, other, errors);
    }

    /** The value of a key of this map, whose errors name the key in brackets. */
    public Field key(String key) {
        return new Field(path + "[" + key + "]", value instanceof MapNode map ? map.get(key) : null, errors);
    }

    /** The items of a list below this field. */
    public List<Field> items(String name) {
        return in(name).items();
    }

    /** The items of this list. */
    public List<Field> items() {
        if (!(value instanceof ListNode list)) {
            return List.of();
        }
        List<Field> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(new Field(path + "[" + i + "]", list.get(i), errors));
        }
        return items;
    }

    /** The path as errors show it. */
    public String path() {
        return path;
    }

    /** The value, the null scalar when it is absent. */
    public Node value() {
        return value;
    }

    /** The value as a map, empty when it is none. */
    public MapNode map() {
        return value instanceof MapNode map ? map : MapNode.EMPTY;
    }

    /** Whether there is a value. */
    public boolean isSet() {
        return !value.isNull();
    }

    /** Whether there is a value below this one. */
    public boolean has(String... names) {
        Node found = value.find(names);
        return found != null && !found.isNull();
    }

    /** The text, empty when there is none. */
    public String text() {
        return value.findText();
    }

    /** A text below this field. */
    public String text(String... names) {
        return value.findText(names);
    }

    /** A number, or another when there is none. */
    public long number(long otherwise) {
        Long number = value.findLong();
        return number == null ? otherwise : number;
    }

    /** A number below this field, 0 when there is none. */
    public long number(String... names) {
        Long number = value.findLong(names);
        return number == null ? 0 : number;
    }

    /** Whether a boolean below this field is true. */
    public boolean isTrue(String... names) {
        return value.isTrue(names);
    }

    /** The number of items of a list below this field. */
    public int size(String... names) {
        return value.findList(names).size();
    }

    /** Adds an error about this field. */
    public void add(FieldError error) {
        errors.add(error);
    }

    /** Adds errors of another collection. */
    public void addAll(FieldErrors others) {
        errors.addAll(others);
    }

    /** Where errors about this field go. */
    public FieldErrors errors() {
        return errors;
    }

    /** This value with another collection of errors. */
    public Field into(FieldErrors others) {
        return new Field(path, value, others);
    }

    /** Reports that a value must be there. */
    public void required(String detail) {
        errors.add(FieldError.required(path, detail));
    }

    /** Reports an empty text; says whether it was one. */
    public boolean isRequiredText() {
        boolean empty = text().isEmpty();
        if (empty) {
            required("");
        }
        return empty;
    }

    /** Reports this value. */
    public void invalid(String detail) {
        errors.add(FieldError.invalid(path, value, detail));
    }

    /** Reports a value that is shown in another form. */
    public void invalid(@Nullable Object shown, String detail) {
        errors.add(FieldError.invalid(path, shown, detail));
    }

    /** Reports this field without a value. */
    public void wrong(String detail) {
        errors.add(new FieldError("FieldValueInvalid", path, "Invalid value: " + detail));
    }

    /** Reports each text about this value. */
    public void invalid(List<String> details) {
        details.forEach(this::invalid);
    }

    /** Reports that this may not be set. */
    public void forbidden(String detail) {
        errors.add(FieldError.forbidden(path, detail));
    }

    /** Reports a value that was there before. */
    public void duplicate(Object shown) {
        errors.add(FieldError.duplicate(path, shown));
    }

    /** Reports a name of something that is not there. */
    public void notFound(Object shown) {
        errors.add(FieldError.notFound(path, shown));
    }

    /** Reports a value outside known ones, which are printed in the given order. */
    public void unsupported(Object shown, Collection<String> known) {
        errors.add(FieldError.notSupported(path, shown, known));
    }

    /** A text that is one of known ones. */
    public void oneOf(Collection<String> known) {
        if (!known.contains(text())) {
            unsupported(text(), known);
        }
    }

    /** A text that is one of known ones, where there is one. */
    public void oneOfIfSet(Collection<String> known) {
        if (isSet()) {
            oneOf(known);
        }
    }

    /** A text that must be there and be one of known ones. */
    public void requiredOneOf(Collection<String> known) {
        if (!isRequiredText()) {
            oneOf(known);
        }
    }

    /** A number that is not negative; absent ones are 0. */
    public void notNegative() {
        if (number(0) < 0) {
            invalid(number(0), NEGATIVE);
        }
    }

    /** A number between two others, both included, where there is one. */
    public void between(long least, long most) {
        if (isSet() && (number(0) < least || number(0) > most)) {
            invalid("must be between " + least + " and " + most + ", inclusive");
        }
    }
}
