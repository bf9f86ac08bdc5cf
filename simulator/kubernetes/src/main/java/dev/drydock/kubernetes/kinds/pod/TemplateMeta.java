package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.kubernetes.validation.NameRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Labels and annotations of templates. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TemplateMeta {

    private static final int MOST_BYTES = 256 * 1024;
    private static final List<String> ALLOWED = List.of("labels", "annotations");
    private static final List<String> FIELDS = List.of(
            "name",
            "generateName",
            "namespace",
            "selfLink",
            "uid",
            "resourceVersion",
            "generation",
            "creationTimestamp",
            "deletionTimestamp",
            "deletionGracePeriodSeconds",
            "ownerReferences",
            "finalizers",
            "managedFields");

    private TemplateMeta() {}

    static void labels(Field metadata, String path) {
        FieldErrors errors = new FieldErrors();
        LabelSelectors.labels(metadata.in("labels").map().strings(), path, errors);
        metadata.addAll(errors);
    }

    static void annotations(Field metadata, String path) {
        Field annotations = metadata.in("annotations").as(path);
        long bytes = 0;
        for (Map.Entry<String, String> entry : new TreeMap<>(annotations.map().strings()).entrySet()) {
            String key = entry.getKey();
            NameRules.labelKey(key.toLowerCase(Locale.ROOT)).forEach(wrong -> annotations.invalid(key, wrong));
            bytes += key.getBytes(StandardCharsets.UTF_8).length
                    + entry.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_BYTES) {
            annotations.add(FieldError.tooLong(path, MOST_BYTES));
        }
    }

    /** The metadata of a claim that a pod makes: only labels and annotations count, so only they may be set. */
    public static void checkOfClaim(Field metadata) {
        annotations(metadata, metadata.path() + ".annotations");
        labels(metadata, metadata.path() + ".labels");
        for (String field : FIELDS) {
            if (!ALLOWED.contains(field) && metadata.has(field)) {
                metadata.in(field.equals("uid") ? "uID" : field).forbidden("cannot be set");
            }
        }
    }
}
