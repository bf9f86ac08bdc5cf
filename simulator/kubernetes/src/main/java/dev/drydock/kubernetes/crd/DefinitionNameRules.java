package dev.drydock.kubernetes.crd;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Locale;

/** The names of a kind (validation.go, ValidateCustomResourceDefinitionNames). */
final class DefinitionNameRules {

    private static final String MIXED = "may have mixed case, but should otherwise match: ";

    private DefinitionNameRules() {}

    /** Names that a spec must have, unlike a status. */
    static void required(Node names, String path, FieldErrors errors) {
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            if (names.findText(field).isEmpty()) {
                errors.add(FieldError.required(Paths.child(path, field), ""));
            }
        }
    }

    static void check(Node names, String path, FieldErrors errors) {
        label(names.findText("plural"), Paths.child(path, "plural"), errors);
        label(names.findText("singular"), Paths.child(path, "singular"), errors);
        String kind = names.findText("kind");
        String listKind = names.findText("listKind");
        kind(kind, Paths.child(path, "kind"), errors);
        kind(listKind, Paths.child(path, "listKind"), errors);
        each(names, "shortNames", path, errors);
        if (!kind.isEmpty() && kind.equals(listKind)) {
            errors.add(FieldError.invalid(
                    Paths.child(path, "listKind"), listKind, "kind and listKind may not be the same"));
        }
        each(names, "categories", path, errors);
    }

    private static void label(String name, String path, FieldErrors errors) {
        List<String> wrong = NameRules.dns1035Label(name);
        if (!name.isEmpty() && !wrong.isEmpty()) {
            errors.add(FieldError.invalid(path, name, String.join(",", wrong)));
        }
    }

    private static void kind(String kind, String path, FieldErrors errors) {
        List<String> wrong = NameRules.dns1035Label(kind.toLowerCase(Locale.ROOT));
        if (!kind.isEmpty() && !wrong.isEmpty()) {
            errors.add(FieldError.invalid(path, kind, MIXED + String.join(",", wrong)));
        }
    }

    private static void each(Node names, String field, String path, FieldErrors errors) {
        List<String> list = names.findList(field).strings();
        for (int i = 0; i < list.size(); i++) {
            List<String> wrong = NameRules.dns1035Label(list.get(i));
            if (!wrong.isEmpty()) {
                errors.add(FieldError.invalid(
                        Paths.index(Paths.child(path, field), i), list.get(i), String.join(",", wrong)));
            }
        }
    }
}
