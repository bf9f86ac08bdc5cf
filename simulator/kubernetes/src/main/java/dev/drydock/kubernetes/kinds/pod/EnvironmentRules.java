package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;

/** Variables of containers. */
final class EnvironmentRules {

    private static final List<String> SOURCES =
            List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");
    private static final String ONE = "may not have more than one field specified at a time";

    private EnvironmentRules() {}

    static void variables(Field container) {
        for (Field variable : container.items("env")) {
            Field name = variable.in("name");
            if (!name.isRequiredText()) {
                name.invalid(Forms.environmentName(name.text()));
            }
            if (variable.has("valueFrom")) {
                source(variable.in("valueFrom"), variable.text("value"));
            }
        }
        for (Field source : container.items("envFrom")) {
            all(source, container.in("envFrom"));
        }
    }

    private static void source(Field from, String value) {
        if (from.has("fieldRef")) {
            DownwardFields.field(from.in("fieldRef"), DownwardFields.OF_ENVIRONMENT);
        }
        if (from.has("resourceFieldRef")) {
            DownwardFields.resource(from.in("resourceFieldRef"), false);
        }
        for (String kind : List.of("configMapKeyRef", "secretKeyRef")) {
            if (from.has(kind)) {
                key(from.in(kind));
            }
        }
        if (from.has("fileKeyRef")) {
            file(from.in("fileKeyRef"));
        }
        long sources = SOURCES.stream().filter(from::has).count();
        if (sources == 0) {
            from.invalid(
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`");
        } else if (!value.isEmpty()) {
            from.invalid("", "may not be specified when `value` is not empty");
        } else if (sources > 1) {
            from.invalid("", ONE);
        }
    }

    private static void key(Field selector) {
        Field name = selector.in("name");
        NameRules.dnsSubdomain(name.text()).forEach(wrong -> name.invalid(name.text(), wrong));
        Field key = selector.in("key");
        if (!key.isRequiredText()) {
            key.invalid(Forms.configKey(key.text()));
        }
    }

    private static void file(Field selector) {
        Field key = selector.in("key");
        if (!key.isRequiredText()) {
            key.invalid(Forms.environmentName(key.text()));
        }
        Field volume = selector.in("volumeName");
        if (!volume.isRequiredText()) {
            volume.invalid(NameRules.dnsLabel(volume.text()));
        }
        Field path = selector.in("path");
        if (!path.isRequiredText()) {
            Paths.noBacksteps(path);
        }
    }

    /** Errors about the number of sources are reported at the list, not at its item. */
    private static void all(Field source, Field list) {
        Field prefix = source.in("prefix");
        if (!prefix.text().isEmpty()) {
            prefix.invalid(Forms.environmentName(prefix.text()));
        }
        int sources = 0;
        for (String kind : List.of("configMapRef", "secretRef")) {
            if (source.has(kind)) {
                sources++;
                Field name = source.in(kind, "name");
                if (!name.isRequiredText()) {
                    name.invalid(NameRules.dnsSubdomain(masked(name.text())));
                }
            }
        }
        if (sources == 0) {
            list.invalid("", "must specify one of: `configMapRef` or `secretRef`");
        } else if (sources > 1) {
            list.invalid("", ONE);
        }
    }

    /** The names are taken for prefixes, so one dash at the end is fine. */
    private static String masked(String name) {
        return name.length() > 1 && name.endsWith("-") ? name.substring(0, name.length() - 2) + "a" : name;
    }

    /** Files with variables lie in empty directories of the pod. */
    static void files(Field spec) {
        Containers.each(spec, container -> {
            for (Field variable : container.items("env")) {
                if (variable.has("valueFrom", "fileKeyRef")) {
                    volume(spec, variable.in("valueFrom", "fileKeyRef", "volumeName"));
                }
            }
        });
    }

    private static void volume(Field spec, Field name) {
        Field found = null;
        for (Field volume : spec.items("volumes")) {
            if (volume.text("name").equals(name.text())) {
                found = volume;
            }
        }
        if (found == null) {
            name.notFound(name.text());
        } else if (!found.has("emptyDir")) {
            name.invalid("referenced volume must be of type emptyDir");
        }
    }
}
