package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.selector.InvalidSelectorException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Paths of objects that an apply leaves to others ({@code spec.ignore}; ssa/jsondiff, ssa/manager_apply.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IgnoreRules {

    /** The field manager of kustomize-controller. */
    public static final String FIELD_MANAGER = "kustomize-controller";

    private final List<Rule> rules;

    private record Rule(@Nullable ObjectSelector selector, List<String> paths) {}

    /**
     * An ignored path that differs between the live object and the dry run.
     *
     * @param path JSON pointer
     * @param live the live value to send, the null scalar when there is none; null to leave the path out of the payload
     *     because another applier owns it
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Ignored(String path, @Nullable Node live) {

        /** Whether the live value is sent. */
        public boolean isAdopted() {
            return live != null;
        }
    }

    private IgnoreRules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * The rules of {@code spec.ignore}. Of the rules without a target only the last counts, as upstream keeps rules in a
     * map by their selector.
     *
     * @throws IgnoreRuleException for a target that cannot be read
     */
    public static IgnoreRules compile(ListNode spec) {
        List<Rule> rules = new ArrayList<>();
        for (Node entry : spec) {
            List<String> paths = entry.findList("paths").strings();
            if (entry.find("target") instanceof MapNode target) {
                try {
                    rules.add(new Rule(ObjectSelector.of(target), paths));
                } catch (InvalidSelectorException e) {
                    throw new IgnoreRuleException("failed to create ignore rule selector: " + e.getMessage());
                }
            } else {
                rules.removeIf(rule -> rule.selector == null);
                rules.add(new Rule(null, paths));
            }
        }
        return new IgnoreRules(rules);
    }

    /** Whether there is no rule. */
    public boolean isEmpty() {
        return rules.isEmpty();
    }

    /**
     * Whether the objects differ outside the ignored paths.
     *
     * @throws IgnoreRuleException for a path that cannot be removed
     */
    public boolean drift(MapNode existing, MapNode dryRun) {
        MapNode existingRest = existing;
        MapNode dryRunRest = dryRun;
        for (String path : paths(dryRun)) {
            existingRest = PointerPatch.remove(existingRest, path);
            dryRunRest = PointerPatch.remove(dryRunRest, path);
        }
        return Drift.between(existingRest, dryRunRest);
    }

    /** The ignored paths in which the objects differ, in the order of the rules; none for a new object. */
    public List<Ignored> differences(MapNode existing, MapNode dryRun) {
        List<Ignored> differences = new ArrayList<>();
        FieldOwners owners = FieldOwners.of(existing);
        for (String path : paths(dryRun)) {
            boolean valid = path.isEmpty() || path.startsWith("/");
            Node live = valid ? JsonPointers.find(existing, path) : null;
            Node wanted = valid ? JsonPointers.find(dryRun, path) : null;
            boolean same = valid && (live == null ? wanted == null : live.equals(wanted));
            if (!same) {
                boolean foreign = owners.hasOtherApplier(existing, path, FIELD_MANAGER);
                differences.add(new Ignored(path, foreign ? null : live == null ? ScalarNode.NULL : live));
            }
        }
        return List.copyOf(differences);
    }

    /**
     * The desired object with ignored paths left out or set to their live values.
     *
     * @throws IgnoreRuleException when a live value belongs to a path that the desired object does not have
     */
    public static MapNode payload(MapNode desired, List<Ignored> differences) {
        MapNode payload = desired;
        for (Ignored ignored : differences) {
            payload = ignored.isAdopted() ? payload : PointerPatch.remove(payload, ignored.path());
        }
        for (Ignored ignored : differences) {
            Node live = ignored.live();
            payload = live == null ? payload : PointerPatch.replace(payload, ignored.path(), live);
        }
        return payload;
    }

    /** Whether an object is ignored as a whole. */
    public boolean ignoresAll(MapNode object) {
        return paths(object).contains("");
    }

    /**
     * An object without the paths that are ignored for another one, of which it is the live or the dry-run state.
     *
     * @throws IgnoreRuleException for a path that cannot be removed
     */
    public MapNode withoutIgnored(MapNode object, MapNode desired) {
        MapNode rest = object;
        for (String path : paths(desired)) {
            rest = PointerPatch.remove(rest, path);
        }
        return rest;
    }

    private List<String> paths(MapNode object) {
        List<String> paths = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.selector == null || rule.selector.matches(object)) {
                paths.addAll(rule.paths);
            }
        }
        return paths;
    }
}
