package dev.drydock.flux.ssa;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.Patterns;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.selector.InvalidSelectorException;
import dev.drydock.kubernetes.selector.LabelSelector;
import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Selects objects by anchored expressions on their type and name, and by label selectors (ssa/jsondiff/selector.go). An
 * absent criterion selects everything.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ObjectSelector {

    private final @Nullable Pattern group;
    private final @Nullable Pattern version;
    private final @Nullable Pattern kind;
    private final @Nullable Pattern name;
    private final @Nullable Pattern namespace;
    private final @Nullable LabelSelector labels;
    private final @Nullable LabelSelector annotations;

    private ObjectSelector(Node selector) {
        group = expression("group", selector.findText("group"));
        version = expression("version", selector.findText("version"));
        kind = expression("kind", selector.findText("kind"));
        name = expression("name", selector.findText("name"));
        namespace = expression("namespace", selector.findText("namespace"));
        labels = labels("label", selector.findText("labelSelector"));
        annotations = labels("annotation", selector.findText("annotationSelector"));
    }

    /**
     * The selector of a target as {@code spec.ignore} spells it.
     *
     * @throws InvalidSelectorException for an expression or a label selector that cannot be read
     */
    public static ObjectSelector of(Node target) {
        return new ObjectSelector(target);
    }

    /** Whether the object is selected. */
    public boolean matches(Node object) {
        GroupVersionKind type = ObjectFields.type(object);
        return matches(namespace, ObjectFields.namespace(object))
                && matches(name, ObjectFields.name(object))
                && matches(group, type.group())
                && matches(version, type.version())
                && matches(kind, type.kind())
                && (labels == null || labels.matches(ObjectFields.labels(object)))
                && (annotations == null || annotations.matches(ObjectFields.annotations(object)));
    }

    private static boolean matches(@Nullable Pattern pattern, String text) {
        return pattern == null || pattern.matcher(text).find();
    }

    private static @Nullable Pattern expression(String part, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Patterns.compile("^(?:" + text + ")$");
        } catch (PatternSyntaxException e) {
            throw new InvalidSelectorException("invalid " + part + " regex: " + e.getMessage());
        }
    }

    private static @Nullable LabelSelector labels(String part, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LabelSelector.parse(text);
        } catch (InvalidSelectorException e) {
            throw new InvalidSelectorException("invalid " + part + " selector: " + e.getMessage());
        }
    }
}
