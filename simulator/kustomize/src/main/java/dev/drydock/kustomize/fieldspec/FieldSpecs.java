package dev.drydock.kustomize.fieldspec;

import dev.drydock.kustomize.KustomizeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An immutable list of field specs without duplicates. */
public record FieldSpecs(List<FieldSpec> specs) {

    /** No field. */
    public static final FieldSpecs NONE = new FieldSpecs(List.of());

    /** Copies the list. */
    public FieldSpecs {
        specs = List.copyOf(specs);
    }

    /**
     * This list with another's specs after it; a spec that is there already is not repeated.
     *
     * @throws KustomizeException when one is there with another wish to create
     */
    public FieldSpecs merge(FieldSpecs incoming) {
        if (incoming.specs.isEmpty()) {
            return this;
        }
        List<FieldSpec> merged = new ArrayList<>(specs);
        for (FieldSpec spec : incoming.specs) {
            add(merged, spec);
        }
        return merged.size() == specs.size() ? this : new FieldSpecs(merged);
    }

    /** This list with one more spec, under the rules of {@link #merge}. */
    public FieldSpecs plus(FieldSpec spec) {
        return merge(new FieldSpecs(List.of(spec)));
    }

    private static void add(List<FieldSpec> merged, FieldSpec spec) {
        for (FieldSpec present : merged) {
            if (present.covers(spec)) {
                if (present.create() != spec.create()) {
                    throw new KustomizeException("conflicting fieldspecs");
                }
                return;
            }
        }
        merged.add(spec);
    }

    /** This list in the order of kinds. */
    public FieldSpecs sorted() {
        List<FieldSpec> sorted = new ArrayList<>(specs);
        sorted.sort(Comparator.comparing(FieldSpec::gvk, KindOrder::compare));
        return sorted.equals(specs) ? this : new FieldSpecs(sorted);
    }

    /** Whether there is no spec. */
    public boolean isEmpty() {
        return specs.isEmpty();
    }
}
