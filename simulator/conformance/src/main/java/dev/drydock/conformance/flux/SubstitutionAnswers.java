package dev.drydock.conformance.flux;

import dev.drydock.flux.substitution.SubstitutionException;
import dev.drydock.flux.substitution.Template;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/** The bare expansion of the part envsubst. */
final class SubstitutionAnswers {

    private SubstitutionAnswers() {}

    static Node evaluate(MapNode in) {
        return MapNode.of("strict", expand(in, true), "lenient", expand(in, false));
    }

    private static MapNode expand(MapNode in, boolean strict) {
        try {
            Template template = Template.parse(in.findText("text"));
            return MapNode.of("text", template.expand(in.findMap("vars").strings(), strict));
        } catch (SubstitutionException e) {
            return MapNode.of(e.isPanic() ? "panic" : "error", String.valueOf(e.getMessage()));
        }
    }
}
