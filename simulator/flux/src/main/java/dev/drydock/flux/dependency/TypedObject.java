package dev.drydock.flux.dependency;

import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.ssa.GoTypes;
import dev.drydock.yaml.MapNode;

/**
 * A Kustomization or a HelmRelease as expressions see it: read into its Go type and written again, so optional fields
 * that are empty are absent and durations have Go's form.
 */
final class TypedObject {

    /** Read when the first expression asks for them. */
    private static final class Kustomizations {
        static final GoTypes TYPES = GoTypes.of(TypedObject.class, "kustomization-types.txt");
    }

    private static final class HelmReleases {
        static final GoTypes TYPES = GoTypes.of(TypedObject.class, "helmrelease-types.txt");
    }

    private TypedObject() {}

    static MapNode kustomization(MapNode object) {
        return typed(object, Kustomizations.TYPES, "kustomize.Kustomization");
    }

    static MapNode helmRelease(MapNode object) {
        return typed(object, HelmReleases.TYPES, "helm.HelmRelease");
    }

    private static MapNode typed(MapNode object, GoTypes types, String type) {
        MapNode typed = types.roundTrip(object, type);
        if (typed == null) {
            throw new ExpressionException("a field of the object has the wrong type", false);
        }
        return typed;
    }
}
