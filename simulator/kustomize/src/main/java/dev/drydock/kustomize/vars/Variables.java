package dev.drydock.kustomize.vars;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.PathSplitter;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables gathered so far; follows accumulator/resaccumulator.go. */
public final class Variables {

    private static final Pattern SLICE_INDEX = Pattern.compile("^(.*)\\[(\\d+)\\]$");

    private final Map<String, Variable> byName = new TreeMap<>();

    /**
     * Attaches variables to the objects they refer to and takes them in.
     *
     * @throws KustomizeException when a name is taken, or a reference is ambiguous
     */
    public void declare(List<Variable> incoming, ResourceMap resources) {
        for (Variable variable : incoming) {
            ResId target = variable.target();
            List<Resource> matches = new ArrayList<>();
            for (Resource resource : resources.resources()) {
                boolean matched = !resource.isEmpty()
                        && resource.allIds().stream()
                                .anyMatch(id -> variable.namespace().isEmpty()
                                        ? target.sameGvkAndName(id)
                                        : target.matches(id));
                if (matched) {
                    matches.add(resource);
                }
            }
            if (matches.size() > 1) {
                throw new KustomizeException(
                        "found " + matches.size() + " resId matches for var " + variable + " (unable to disambiguate)");
            }
            matches.forEach(resource -> resource.addVar(variable.name()));
        }
        incoming.forEach(this::add);
    }

    /** Takes in the variables of a base. */
    public void merge(Variables other) {
        other.byName.values().forEach(this::add);
    }

    private void add(Variable variable) {
        if (byName.containsKey(variable.name())) {
            throw new KustomizeException("var '" + variable.name() + "' already encountered");
        }
        byName.put(variable.name(), variable.defaulted());
    }

    /**
     * Replaces the variables in the fields that may hold them.
     *
     * @throws KustomizeException when a variable has no object or no value
     */
    public void resolve(ResourceMap resources, FieldSpecs fields) {
        if (byName.isEmpty()) {
            return;
        }
        Map<String, Node> values = new HashMap<>();
        for (Variable variable : byName.values()) {
            values.put(variable.name(), value(variable, resources));
        }
        new VariableExpansion(values).apply(resources, fields);
    }

    private static Node value(Variable variable, ResourceMap resources) {
        for (Resource resource : resources.resources()) {
            if (resource.vars().contains(variable.name())) {
                Node value;
                try {
                    value = Lookup.find(resource.node(), path(variable.fieldPath()));
                } catch (KustomizeException e) {
                    value = null;
                }
                if (value == null) {
                    throw new KustomizeException(
                            "field specified in var '" + variable + "' not found in corresponding resource");
                }
                return value;
            }
        }
        throw new KustomizeException(
                "var '" + variable + "' cannot be mapped to a field in the set of known resources");
    }

    private static List<String> path(String fieldPath) {
        List<String> path = new ArrayList<>();
        for (String part : PathSplitter.splitOutsideBrackets(fieldPath, ".")) {
            @Nullable Matcher index = part.endsWith("]") ? SLICE_INDEX.matcher(part) : null;
            if (index == null || !index.matches()) {
                path.add(part);
                continue;
            }
            if (!index.group(1).isEmpty()) {
                path.add(index.group(1));
            }
            path.add(index.group(2));
        }
        return path;
    }
}
