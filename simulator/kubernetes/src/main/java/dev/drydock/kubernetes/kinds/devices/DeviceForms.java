package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.PersistentVolumeSources;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** The forms of names and lists that devices have. */
final class DeviceForms {

    static final List<String> EFFECTS = List.of("NoExecute", "NoSchedule", "None");

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";
    private static final int LONGEST_IDENTIFIER = 32;
    private static final int LONGEST_POOL = 253;
    private static final int MOST_PARAMETERS = 10 * 1024;

    private DeviceForms() {}

    /** A list with so many items at most, each of which is looked at. */
    static void list(Field list, int most, Consumer<Field> item) {
        int size = list.items().size();
        if (most >= 0 && size > most) {
            list.add(FieldError.tooMany(list.path(), size, most));
        } else {
            list.items().forEach(item);
        }
    }

    /** A list in which no key is there twice. */
    static void set(Field list, int most, Consumer<Field> item, Function<Field, String> key) {
        list(list, most, item);
        if (most >= 0 && list.items().size() > most) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (Field one : list.items()) {
            if (!seen.add(key.apply(one))) {
                one.duplicate(key.apply(one));
            }
        }
    }

    /** A label, which an absent one is not. */
    static void label(Field name) {
        NameRules.dnsLabel(name.text()).forEach(text -> name.invalid(name.text(), text));
    }

    static void requiredSubdomain(Field name) {
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsSubdomain(name.text()));
        }
    }

    static void requiredLabel(Field name) {
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
    }

    /** A name of a pool: subdomains with slashes between them. */
    static void pool(Field name) {
        if (name.isRequiredText()) {
            return;
        }
        if (name.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_POOL) {
            name.add(FieldError.tooLong(name.path(), LONGEST_POOL));
        }
        for (String part : name.text().split("/", -1)) {
            NameRules.dnsSubdomain(part).forEach(text -> name.invalid(part, text));
        }
    }

    /** A name of an attribute, which may have a domain. */
    static void qualified(Field place, String name) {
        String[] parts = name.split("/", -1);
        if (parts.length == 1) {
            identifier(place, parts[0]);
        } else if (parts.length == 2) {
            if (parts[0].isEmpty()) {
                place.invalid("", "the domain must not be empty");
            } else {
                PersistentVolumeSources.driverName(Field.of(MapNode.of("name", parts[0]), place.errors())
                        .in("name")
                        .as(place.path()));
            }
            if (parts[1].isEmpty()) {
                place.invalid("", "the name must not be empty");
            } else {
                identifier(place, parts[1]);
            }
        }
    }

    static void fullyQualified(Field name) {
        qualified(name, name.text());
        if (!name.text().contains("/")) {
            name.invalid("a fully qualified name must be a domain and a name separated by a slash");
        }
    }

    private static void identifier(Field place, String name) {
        if (name.length() > LONGEST_IDENTIFIER) {
            place.add(FieldError.tooLong(place.path(), LONGEST_IDENTIFIER));
        }
        if (!name.matches(IDENTIFIER)) {
            place.invalid(
                    name,
                    NameRules.regexError(
                            "a valid C identifier must start with alphabetic character or '_', followed by a string of"
                                    + " alphanumeric characters or '_'",
                            IDENTIFIER,
                            "my_name",
                            "MY_NAME",
                            "MyName"));
        }
    }

    /** Parameters for a driver. */
    static void configuration(Field config) {
        Field opaque = config.in("opaque");
        if (!opaque.isSet()) {
            opaque.required("");
            return;
        }
        PersistentVolumeSources.driverName(opaque.in("driver"));
        Field parameters = opaque.in("parameters");
        if (!parameters.isSet()) {
            parameters.required("");
        } else if (JsonWriter.compact(parameters.value()).getBytes(StandardCharsets.UTF_8).length > MOST_PARAMETERS) {
            parameters.add(FieldError.tooLong(parameters.path(), MOST_PARAMETERS));
        } else if (!(parameters.value() instanceof MapNode)) {
            parameters.invalid("<value omitted>", "must be a valid JSON object");
        }
    }
}
