package dev.drydock.kubernetes.validation;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Collects what is wrong with an object, in order. */
@API(status = API.Status.STABLE, since = "0.1")
public final class FieldErrors {

    private final List<FieldError> errors = new ArrayList<>();

    /** A collection without errors. */
    public FieldErrors() {}

    /** Adds an error. */
    public FieldErrors add(FieldError error) {
        errors.add(error);
        return this;
    }

    /** Adds all errors of another collection. */
    public FieldErrors addAll(FieldErrors others) {
        errors.addAll(others.errors);
        return this;
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return errors.isEmpty();
    }

    /** The errors in order. */
    public List<FieldError> list() {
        return List.copyOf(errors);
    }

    /** One error bare, several in brackets, repeated ones once. */
    public String message() {
        Set<String> distinct = new LinkedHashSet<>();
        errors.forEach(error -> distinct.add(error.toString()));
        return distinct.size() == 1 ? distinct.iterator().next() : "[" + String.join(", ", distinct) + "]";
    }

    /** The 422 answer for an object of a kind; without errors it still says that the object is invalid. */
    public Status toStatus(GroupVersionKind kind, String name) {
        String subject = (kind.group().isEmpty() ? kind.kind() : kind.kind() + "." + kind.group()) + " "
                + GoQuote.quote(name) + " is invalid";
        MapNode.Builder details = MapNode.builder();
        putUnlessEmpty(details, "name", name);
        putUnlessEmpty(details, "group", kind.group());
        putUnlessEmpty(details, "kind", kind.kind());
        if (!errors.isEmpty()) {
            details.put("causes", causes());
        }
        return new Status(422, "Invalid", errors.isEmpty() ? subject : subject + ": " + message(), details.build());
    }

    private static void putUnlessEmpty(MapNode.Builder details, String key, String value) {
        if (!value.isEmpty()) {
            details.put(key, value);
        }
    }

    private ListNode causes() {
        List<Node> causes = new ArrayList<>();
        for (FieldError error : errors) {
            causes.add(MapNode.of("reason", error.reason(), "message", error.body(), "field", error.field()));
        }
        return ListNode.of(causes);
    }

    /** The message. */
    @Override
    public String toString() {
        return message();
    }
}
