package dev.drydock.flux.dependency;

import dev.drydock.flux.expression.ExpressionException;
import dev.drydock.flux.ssa.GoTypes;
import dev.drydock.flux.timing.GoDuration;
import dev.drydock.flux.timing.InvalidDurationException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;

/**
 * A Kustomization as expressions see it: read into its Go type and written again, so optional fields that are empty are
 * absent and durations have Go's form.
 */
final class TypedKustomization {

    private static final GoTypes TYPES = GoTypes.of(TypedKustomization.class, "kustomization-types.txt");
    private static final List<String> DURATIONS = List.of("interval", "retryInterval", "timeout");

    private TypedKustomization() {}

    static MapNode of(MapNode kustomization) {
        MapNode typed = TYPES.roundTrip(kustomization, "kustomize.Kustomization");
        if (typed == null) {
            throw new ExpressionException("a field of the Kustomization has the wrong type", false);
        }
        MapNode spec = typed.findMap("spec");
        for (String field : DURATIONS) {
            Node value = spec.get(field);
            if (value instanceof ScalarNode scalar && scalar.isString()) {
                spec = spec.with(field, duration(scalar.stringValue()));
            }
        }
        return typed.with("spec", spec);
    }

    private static String duration(String text) {
        try {
            return GoDuration.format(GoDuration.parse(text));
        } catch (InvalidDurationException e) {
            throw new ExpressionException(String.valueOf(e.getMessage()), false);
        }
    }
}
