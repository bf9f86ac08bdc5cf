package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What is wrong with the metadata of an object (apimachinery/pkg/api/validation/objectmeta.go). */
public final class ObjectMetaRules {

    private static final int MAX_ANNOTATION_BYTES = 256 * 1024;
    private static final Set<String> STANDARD_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private ObjectMetaRules() {}

    /**
     * Metadata of a new object.
     *
     * @param namespaced whether its kind lives in namespaces
     * @param nameRule what is wrong with a name of the kind
     * @param core whether finalizers must also be standard or fully qualified, as most built-in kinds demand
     */
    public static FieldErrors validate(
            MapNode metadata, boolean namespaced, Function<String, List<String>> nameRule, boolean core) {
        FieldErrors errors = new FieldErrors();
        String generateName = metadata.findText("generateName");
        if (!generateName.isEmpty()) {
            nameRule.apply(masked(generateName))
                    .forEach(wrong -> errors.add(FieldError.invalid("metadata.generateName", generateName, wrong)));
        }
        String name = metadata.findText("name");
        if (name.isEmpty()) {
            errors.add(FieldError.required("metadata.name", "name or generateName is required"));
        } else {
            nameRule.apply(name).forEach(wrong -> errors.add(FieldError.invalid("metadata.name", name, wrong)));
        }
        String namespace = metadata.findText("namespace");
        if (namespaced && namespace.isEmpty()) {
            errors.add(FieldError.required("metadata.namespace", ""));
        } else if (namespaced) {
            NameRules.dnsLabel(namespace)
                    .forEach(wrong -> errors.add(FieldError.invalid("metadata.namespace", namespace, wrong)));
        } else if (!namespace.isEmpty()) {
            errors.add(FieldError.forbidden("metadata.namespace", "not allowed on this type"));
        }
        Long generation = metadata.findLong("generation");
        if (generation != null && generation < 0) {
            errors.add(FieldError.invalid("metadata.generation", generation, "must be greater than or equal to 0"));
        }
        labelsAndAnnotations(metadata, errors);
        OwnerReferenceRules.validate(metadata.findList("ownerReferences"), errors);
        finalizers(metadata, errors);
        ManagedFieldsRules.validate(metadata.findList("managedFields"), errors);
        if (core) {
            qualifiedFinalizers(metadata, errors);
        }
        return errors;
    }

    /** A trailing dash of a generated name is followed by more, so it stands for a letter. */
    private static String masked(String generateName) {
        return generateName.length() > 1 && generateName.endsWith("-")
                ? generateName.substring(0, generateName.length() - 2) + "a"
                : generateName;
    }

    private static void labelsAndAnnotations(MapNode metadata, FieldErrors errors) {
        LabelSelectors.labels(metadata.findMap("labels").strings(), "metadata.labels", errors);
        long bytes = 0;
        for (Map.Entry<String, String> annotation :
                new TreeMap<>(metadata.findMap("annotations").strings()).entrySet()) {
            String key = annotation.getKey();
            // keys may have upper case letters in their prefix, unlike those of labels
            NameRules.labelKey(key.toLowerCase(Locale.ROOT))
                    .forEach(wrong -> errors.add(FieldError.invalid("metadata.annotations", key, wrong)));
            bytes += key.getBytes(StandardCharsets.UTF_8).length
                    + annotation.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MAX_ANNOTATION_BYTES) {
            errors.add(FieldError.tooLong("metadata.annotations", MAX_ANNOTATION_BYTES));
        }
    }

    private static void finalizers(MapNode metadata, FieldErrors errors) {
        List<String> finalizers = metadata.findList("finalizers").strings();
        for (String finalizer : finalizers) {
            NameRules.labelKey(finalizer)
                    .forEach(wrong -> errors.add(FieldError.invalid("metadata.finalizers", finalizer, wrong)));
        }
        if (finalizers.contains("orphan") && finalizers.contains("foregroundDeletion")) {
            errors.add(FieldError.invalid(
                    "metadata.finalizers",
                    ListNode.ofStrings(finalizers),
                    "finalizer orphan and foregroundDeletion cannot be both set"));
        }
    }

    private static void qualifiedFinalizers(MapNode metadata, FieldErrors errors) {
        List<String> finalizers = metadata.findList("finalizers").strings();
        for (int i = 0; i < finalizers.size(); i++) {
            String finalizer = finalizers.get(i);
            String at = "metadata.finalizers[" + i + "]";
            if (!finalizer.contains("/") && !STANDARD_FINALIZERS.contains(finalizer)) {
                errors.add(FieldError.invalid(
                        at, finalizer, "name is neither a standard finalizer name nor is it fully qualified"));
            }
        }
    }

    /** Whether a finalizer is one of the server's own. */
    public static boolean isStandardFinalizer(String finalizer) {
        return STANDARD_FINALIZERS.contains(finalizer);
    }

    /** The same as most built-in kinds repeat it, with their own rule for finalizers. */
    public static FieldErrors validateUpdateOfKind(MapNode metadata, MapNode old) {
        FieldErrors errors = validateUpdate(metadata, old);
        qualifiedFinalizers(metadata, errors);
        return errors;
    }

    /** Metadata of an object that replaces another. */
    public static FieldErrors validateUpdate(MapNode metadata, MapNode old) {
        FieldErrors errors = new FieldErrors();
        if (old.has("deletionTimestamp")) {
            noNewFinalizers(metadata, old, errors);
        }
        if (metadata.findText("resourceVersion").isEmpty()) {
            errors.add(FieldError.invalid("metadata.resourceVersion", "", "must be specified for an update"));
        }
        for (String field : new String[] {
            "name", "namespace", "uid", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds"
        }) {
            Node value = orNull(metadata.get(field));
            if (!value.equals(orNull(old.get(field)))) {
                errors.add(FieldError.invalid("metadata." + field, value, "field is immutable"));
            }
        }
        labelsAndAnnotations(metadata, errors);
        OwnerReferenceRules.validate(metadata.findList("ownerReferences"), errors);
        ManagedFieldsRules.validate(metadata.findList("managedFields"), errors);
        return errors;
    }

    private static Node orNull(@org.jspecify.annotations.Nullable Node node) {
        return node == null ? ScalarNode.NULL : node;
    }

    private static void noNewFinalizers(MapNode metadata, MapNode old, FieldErrors errors) {
        Set<String> added = new TreeSet<>(metadata.findList("finalizers").strings());
        old.findList("finalizers").strings().forEach(added::remove);
        if (!added.isEmpty()) {
            List<String> quoted = new ArrayList<>();
            added.forEach(finalizer -> quoted.add(GoQuote.quote(finalizer)));
            errors.add(FieldError.forbidden(
                    "metadata.finalizers",
                    "no new finalizers can be added if the object is being deleted, found new finalizers []string{"
                            + String.join(", ", quoted) + "}"));
        }
    }
}
