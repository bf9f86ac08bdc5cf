package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecFilter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.function.UnaryOperator;

/** Puts a prefix before names, or a suffix behind them; PrefixTransformer.go and SuffixTransformer.go. */
public final class NameAffixTransformer implements Transformer {

    /** Kinds whose names mean something elsewhere. */
    private static final List<Gvk> SKIPPED = List.of(
            new Gvk("", "", "CustomResourceDefinition"),
            new Gvk("apiregistration.k8s.io", "", "APIService"),
            new Gvk("", "", "Namespace"));

    private final String text;
    private final boolean prefix;
    private final FieldSpecs specs;

    private NameAffixTransformer(String text, boolean prefix, FieldSpecs specs) {
        this.text = text;
        this.prefix = prefix;
        this.specs = specs;
    }

    /** A transformer that adds a prefix. */
    public static NameAffixTransformer prefix(String prefix, FieldSpecs specs) {
        return new NameAffixTransformer(prefix, true, specs);
    }

    /** A transformer that adds a suffix. */
    public static NameAffixTransformer suffix(String suffix, FieldSpecs specs) {
        return new NameAffixTransformer(suffix, false, specs);
    }

    @Override
    public void transform(ResourceMap resources) {
        UnaryOperator<Node> change = old -> {
            KindErrors.require(old, Kind.SCALAR);
            String before = Scalars.text(old);
            return Scalars.inPlaceOf(old, prefix ? text + before : before + text);
        };
        for (Resource resource : resources.resources()) {
            ResId original = resource.originalId();
            if (SKIPPED.stream().anyMatch(original.gvk()::isSelectedBy)) {
                continue;
            }
            for (FieldSpec spec : specs.specs()) {
                if (!original.gvk().isSelectedBy(spec.gvk())) {
                    continue;
                }
                if (spec.path().equals("metadata/name")) {
                    remember(resource);
                }
                resource.setNode(FieldSpecFilter.of(spec, change, Kind.SCALAR).apply(resource.node()));
            }
        }
    }

    private void remember(Resource resource) {
        if (prefix) {
            resource.addPrefix(text);
        } else {
            resource.addSuffix(text);
        }
        if (!text.isEmpty()) {
            resource.storePreviousId();
        }
    }
}
