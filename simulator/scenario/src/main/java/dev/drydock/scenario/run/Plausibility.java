package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Check;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words of a scenario that nothing can know: kinds and verbs that neither Kubernetes nor Flux has and that no file of
 * the scenario mentions. A check of such a word would hold, or fail, whatever the cluster does.
 */
final class Plausibility {

    private final Scenario scenario;
    private final ScenarioSources sources;
    private final List<Diagnostic> problems = new ArrayList<>();
    private @Nullable Set<String> words;

    private Plausibility(Scenario scenario, ScenarioSources sources) {
        this.scenario = scenario;
        this.sources = sources;
    }

    /** The problems of a scenario whose files were read. */
    static List<Diagnostic> problems(Scenario scenario, ScenarioSources sources) {
        Plausibility plausibility = new Plausibility(scenario, sources);
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                target(operation.action()).ifPresent(target -> plausibility.kind(target, operation.location()));
                if (operation.action() instanceof Action.Reconcile reconcile) {
                    plausibility.only(
                            reconcile.target(), Plausibility::isOfFlux, "is no object of Flux", operation.location());
                }
            }
            step.expect().forEach(plausibility::check);
        }
        return plausibility.problems;
    }

    private static Optional<Target> target(Action action) {
        if (action instanceof Action.Patch patch) {
            return Optional.of(patch.target());
        }
        if (action instanceof Action.Delete delete) {
            return Optional.of(delete.target());
        }
        if (action instanceof Action.Get get) {
            return Optional.of(get.target());
        }
        return action instanceof Action.Reconcile reconcile ? Optional.of(reconcile.target()) : Optional.empty();
    }

    private void check(Check check) {
        if (check instanceof Check.KnownDifference known) {
            check(known.check());
        } else if (check instanceof Check.OfOutcome outcome) {
            kind(outcome.of(), outcome.location());
        } else if (check instanceof Check.OfInventory inventory) {
            kind(inventory.of(), inventory.location());
            only(inventory.of(), Plausibility::hasInventory, "has no inventory", inventory.location());
        } else if (check instanceof Check.OfEvent event) {
            kind(event.of(), event.location());
        } else if (check instanceof Check.Absent absent) {
            absent(absent);
        } else if (check instanceof Check.OfObject object) {
            kind(ObjectLabel.kind(object.object()), object.location());
        } else if (check instanceof Check.Can can) {
            boolean ofPath = can.resource().startsWith("/");
            needlessNamespace(can);
            if (!can.verb().isEmpty() && !Verbs.isKnown(can.verb(), ofPath) && isUnheardOf(can.verb())) {
                problem(can.location(), (can.allowed() ? "can: " : "cannot: ") + Verbs.unknown(can.verb(), ofPath));
            }
        }
    }

    /** Namespaces themselves are asked for in themselves, as the API server reads the path of a request for one. */
    private void needlessNamespace(Check.Can can) {
        boolean isNeedless = !can.namespace().isEmpty()
                && !can.resource().equals("namespaces")
                && Pristine.discovery().all().stream()
                        .anyMatch(r ->
                                !r.namespaced() && r.resource().groupResource().equals(can.resource()));
        if (isNeedless) {
            problem(
                    can.location(),
                    (can.allowed() ? "can: " : "cannot: ") + can.resource()
                            + " are in no namespace; leave namespace out");
        }
    }

    /** A target of a kind that a cluster always serves must be one of some kinds. */
    private void only(Target target, Predicate<GroupVersionKind> right, String otherwise, Location place) {
        List<GroupVersionKind> kinds = Pristine.discovery().all().stream()
                .map(ApiResource::kind)
                .filter(kind -> kind.kind().equals(target.kind()))
                .filter(kind -> target.group().isEmpty() || kind.group().equals(target.group()))
                .toList();
        if (!kinds.isEmpty() && kinds.stream().noneMatch(right)) {
            problem(place, "\"" + target + "\": a " + target.kind() + " " + otherwise);
        }
    }

    private static boolean hasInventory(GroupVersionKind kind) {
        return List.of("Kustomization", "HelmRelease", "ArtifactGenerator").contains(kind.kind());
    }

    private static boolean isOfFlux(GroupVersionKind kind) {
        return kind.group().endsWith(Outcomes.FLUX_GROUPS);
    }

    private void absent(Check.Absent absent) {
        GroupVersionKind kind = GroupVersionKind.of(absent.apiVersion(), absent.kind());
        kind(kind, absent.location());
        String mistake = ObjectChecks.needlessNamespace(absent, Pristine.discovery());
        if (mistake == null) {
            mistake = ObjectChecks.missingNamespace(absent, Pristine.discovery());
        }
        if (mistake != null) {
            problem(absent.location(), "absent: " + mistake);
        }
    }

    private void kind(GroupVersionKind kind, Location place) {
        boolean isKnown =
                kind.kind().isEmpty() || Pristine.discovery().find(kind).isPresent();
        boolean isAnnounced = !kind.group().isEmpty()
                && !isUnheardOf(kind.kind())
                && !isUnheardOf(kind.group())
                && !isUnheardOf(kind.version());
        if (!isKnown && !isAnnounced) {
            problem(place, "nothing serves " + Served.label(kind) + Served.nearest(kind.kind(), Pristine.discovery()));
        }
    }

    private void kind(Target target, Location place) {
        boolean isKnown = Pristine.discovery().all().stream()
                .anyMatch(r -> r.kind().kind().equals(target.kind())
                        && (target.group().isEmpty() || r.kind().group().equals(target.group())));
        if (!isKnown && isUnheardOf(target.kind())) {
            problem(
                    place,
                    "\"" + target + "\": nothing serves the kind " + target.kind()
                            + Served.nearest(target.kind(), Pristine.discovery()));
        }
    }

    private void problem(Location place, String message) {
        problems.add(Diagnostic.of(place, message));
    }

    /** Whether no manifest, and no file that a source serves, has a word. */
    private boolean isUnheardOf(String word) {
        Set<String> heard = words;
        if (heard == null) {
            heard = new HashSet<>();
            for (MapNode manifest : manifests()) {
                add(manifest.toString(), heard);
            }
            for (Content content : sources.contents()) {
                for (Content.Entry entry : content.files().values()) {
                    if (entry instanceof Content.File file) {
                        add(file.text(), heard);
                    }
                }
            }
            words = heard;
        }
        return !heard.contains(word);
    }

    private List<MapNode> manifests() {
        List<MapNode> all = new ArrayList<>(sources.manifests());
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                if (operation.action() instanceof Action.Write write && write.resource() != null) {
                    all.add(write.resource());
                }
            }
        }
        return all;
    }

    private static void add(String text, Set<String> words) {
        words.addAll(Arrays.asList(text.split("[^A-Za-z0-9.:-]+", -1)));
        words.addAll(Arrays.asList(text.split("[^A-Za-z0-9.-]+", -1)));
    }
}
