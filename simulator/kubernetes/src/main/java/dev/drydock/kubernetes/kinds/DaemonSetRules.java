package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Objects;

/** DaemonSets count the changes of their template in an annotation (pkg/registry/apps/daemonset/strategy.go). */
final class DaemonSetRules implements KindRules {

    private static final List<String> GENERATION =
            List.of("metadata", "annotations", "deprecated.daemonset.template.generation");

    @Override
    public MapNode defaults(MapNode object) {
        return object.find(GENERATION.toArray(new String[0])) == null ? object.with(GENERATION, "0") : object;
    }

    @Override
    public MapNode prepareForCreate(MapNode object) {
        return generation(object) < 1 ? object.with(GENERATION, "1") : object;
    }

    @Override
    public MapNode prepareForUpdate(MapNode object, MapNode old) {
        Node template = object.find("spec", "template");
        boolean changed = !Objects.equals(template, old.find("spec", "template"));
        return object.with(GENERATION, Long.toString(generation(old) + (changed ? 1 : 0)));
    }

    private static long generation(MapNode object) {
        String text = object.findString(GENERATION.toArray(new String[0]));
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
