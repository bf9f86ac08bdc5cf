package dev.drydock.kubernetes.apply;

import dev.drydock.kubernetes.schema.Atom;
import dev.drydock.kubernetes.schema.ListType;
import dev.drydock.kubernetes.schema.MapType;
import dev.drydock.kubernetes.schema.Scalar;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Checks a value against its type (typed/validate.go). */
final class TypeCheck {

    private final boolean duplicatesAllowed;
    private final List<String> errors = new ArrayList<>();
    private final List<PathElement> path = new ArrayList<>();

    private TypeCheck(boolean duplicatesAllowed) {
        this.duplicatesAllowed = duplicatesAllowed;
    }

    /** What is wrong, in the server's words, or nothing. */
    static Optional<String> problem(Node value, TypeRef type, boolean duplicatesAllowed) {
        TypeCheck check = new TypeCheck(duplicatesAllowed);
        check.visit(value, type);
        if (check.errors.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                check.errors.size() == 1 ? check.errors.get(0) : "errors:\n  " + String.join("\n  ", check.errors));
    }

    private void error(String message) {
        StringBuilder where = new StringBuilder();
        path.forEach(where::append);
        errors.add(where.length() == 0 ? message : where + ": " + message);
    }

    private void visit(Node value, TypeRef type) {
        Atom atom = type.atom();
        switch (Form.of(atom, value)) {
            case MAP -> map(value, Objects.requireNonNull(atom.map()));
            case LIST -> list(value, Objects.requireNonNull(atom.list()));
            case SCALAR -> scalar(value, Objects.requireNonNull(atom.scalar()));
            case NONE -> error("schema error: invalid atom: inlined");
        }
    }

    private void scalar(Node value, Scalar type) {
        Object scalar = value instanceof ScalarNode node ? node.value() : value;
        if (scalar == null) {
            return;
        }
        switch (type) {
            case NUMERIC -> {
                if (!(scalar instanceof Number)) {
                    error("expected numeric (int or float), got " + GoText.type(value));
                }
            }
            case STRING -> {
                if (!(scalar instanceof String)) {
                    error("expected string, got &value.valueUnstructured{Value:" + GoText.syntax(value) + "}");
                }
            }
            case BOOLEAN -> {
                if (!(scalar instanceof Boolean)) {
                    error("expected boolean, got &{" + GoText.plain(value) + "}");
                }
            }
            case UNTYPED -> {
                if (!(value instanceof ScalarNode)) {
                    error("expected any scalar, got &{" + GoText.plain(value) + "}");
                }
            }
        }
    }

    private void map(Node value, MapType type) {
        if (value.isNull()) {
            return;
        }
        if (!(value instanceof MapNode map)) {
            error("expected map, got &{" + GoText.plain(value) + "}");
            return;
        }
        boolean[] ended = {false}; // upstream looks at no field of a map behind an unknown one
        map.forEach((key, child) -> {
            if (!ended[0]) {
                path.add(new PathElement.Field(key));
                TypeRef childType = type.typeOf(key);
                if (childType == null) {
                    error("field not declared in schema");
                    ended[0] = true;
                } else {
                    visit(child, childType);
                }
                path.remove(path.size() - 1);
            }
        });
    }

    private void list(Node value, ListType type) {
        if (value.isNull()) {
            return;
        }
        if (!(value instanceof ListNode list)) {
            error("expected list, got &{" + GoText.plain(value) + "}");
            return;
        }
        TreeSet<PathElement> seen = new TreeSet<>();
        for (int i = 0; i < list.size(); i++) {
            PathElement element;
            if (type.associative()) {
                try {
                    element = ListKeys.of(type, list.get(i));
                } catch (ListKeys.UnidentifiedItem e) {
                    error("element " + i + ": " + e.getMessage());
                    return;
                }
                if (!seen.add(element) && !duplicatesAllowed) {
                    error("duplicate entries for key " + element);
                }
            } else {
                element = new PathElement.Index(i);
            }
            path.add(element);
            visit(list.get(i), type.element());
            path.remove(path.size() - 1);
        }
    }
}
