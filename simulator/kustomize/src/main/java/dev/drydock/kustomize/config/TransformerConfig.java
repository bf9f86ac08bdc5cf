package dev.drydock.kustomize.config;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.fieldspec.KindOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the transformers of a kustomization look; follows api/internal/plugins/builtinconfig. Immutable. */
@SuppressWarnings("ReferenceEquality") // an unchanged list is the very same object
public final class TransformerConfig {

    /** The lists of field specs, with the names that messages have for them. */
    public enum Field {
        /** namePrefix. */
        NAME_PREFIX("namePrefix", "NamePrefix"),
        /** nameSuffix. */
        NAME_SUFFIX("nameSuffix", "NameSuffix"),
        /** namespace. */
        NAMESPACE("namespace", "NameSpace"),
        /** commonAnnotations. */
        COMMON_ANNOTATIONS("commonAnnotations", "CommonAnnotations"),
        /** commonLabels. */
        COMMON_LABELS("commonLabels", "CommonLabels"),
        /** labels. */
        LABELS("labels", "Labels"),
        /** templateLabels. */
        TEMPLATE_LABELS("templateLabels", "TemplateLabels"),
        /** varReference. */
        VAR_REFERENCE("varReference", "VarReference"),
        /** images. */
        IMAGES("images", "Images"),
        /** replicas. */
        REPLICAS("replicas", "Replicas");

        private final String key;
        private final String word;

        Field(String key, String word) {
            this.key = key;
            this.word = word;
        }

        String key() {
            return key;
        }
    }

    /** Nothing configured. */
    public static final TransformerConfig EMPTY = new TransformerConfig(new EnumMap<>(Field.class), List.of());

    private final Map<Field, FieldSpecs> fields;
    private final List<NameReference> references;
    private volatile @Nullable Merge last;

    TransformerConfig(Map<Field, FieldSpecs> fields, List<NameReference> references) {
        this.fields = fields;
        this.references = List.copyOf(references);
    }

    /** What kustomize brings. */
    public static TransformerConfig defaults() {
        return ConfigReader.DEFAULTS;
    }

    /** The field specs of one list. */
    public FieldSpecs get(Field field) {
        return fields.getOrDefault(field, FieldSpecs.NONE);
    }

    /** The rules for name references. */
    public List<NameReference> references() {
        return references;
    }

    /**
     * Both configurations in one.
     *
     * @throws KustomizeException when a field is to be created in one and not in the other
     */
    public TransformerConfig merge(TransformerConfig other) {
        Merge known = last;
        if (known != null && known.other == other) {
            return known.result;
        }
        TransformerConfig result = merged(other);
        last = new Merge(other, result);
        return result;
    }

    /** The last merge, because every kustomization begins with the same ones. */
    private record Merge(TransformerConfig other, TransformerConfig result) {}

    private TransformerConfig merged(TransformerConfig other) {
        if (other == EMPTY) {
            return this;
        }
        Map<Field, FieldSpecs> merged = new EnumMap<>(Field.class);
        boolean changed = false;
        for (Field field : Field.values()) {
            FieldSpecs before = get(field);
            FieldSpecs after;
            try {
                after = before.merge(other.get(field));
            } catch (KustomizeException e) {
                throw e.prefixed("failed to merge " + field.word + " fieldSpec");
            }
            changed |= after != before;
            merged.put(field, after == before ? before : after.sorted());
        }
        List<NameReference> rules = merge(references, other.references);
        return changed || rules != references ? new TransformerConfig(merged, rules) : this;
    }

    private static List<NameReference> merge(List<NameReference> present, List<NameReference> incoming) {
        List<NameReference> merged = new ArrayList<>(present);
        boolean changed = false;
        for (NameReference rule : incoming) {
            boolean found = false;
            for (int i = 0; i < merged.size(); i++) {
                NameReference old = merged.get(i);
                if (old.referral().equals(rule.referral())) {
                    found = true;
                    FieldSpecs both;
                    try {
                        both = old.referrers().merge(rule.referrers());
                    } catch (KustomizeException e) {
                        throw e.prefixed("failed to merge NameReference fieldSpec");
                    }
                    changed |= both != old.referrers();
                    merged.set(i, new NameReference(old.referral(), both));
                }
            }
            if (!found) {
                merged.add(rule);
                changed = true;
            }
        }
        return changed ? sorted(merged) : present;
    }

    static List<NameReference> sorted(List<NameReference> rules) {
        List<NameReference> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(NameReference::referral, KindOrder::compare));
        return sorted;
    }
}
