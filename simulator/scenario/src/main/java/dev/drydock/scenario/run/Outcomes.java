package dev.drydock.scenario.run;

import dev.drydock.kubernetes.ApiServer;
import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.Target;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Predicts the outcomes of objects from the state of a world. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Outcomes {

    static final String FLUX_GROUPS = ".toolkit.fluxcd.io";

    private final World world;

    /** The outcomes of a world as it is now. */
    public Outcomes(World world) {
        this.world = world;
    }

    /** The outcome of an object. */
    public Outcome of(Target target) {
        Optional<MapNode> object = world.object(target);
        if (object.isEmpty()) {
            return ofLastRequest(target);
        }
        Optional<String> gap = world.flux().notModelled(object.get());
        if (gap.isPresent()) {
            return Outcome.of(OutcomeKind.NOT_MODELLED, gap.get());
        }
        return isFlux(object.get()) ? ofFlux(object.get()) : Outcome.of(OutcomeKind.ACCEPTED, "");
    }

    private Outcome ofLastRequest(Target target) {
        List<RequestResult> requests = world.requests();
        for (int i = requests.size() - 1; i >= 0; i--) {
            RequestResult request = requests.get(i);
            if (names(request.object(), target) && !request.isAccepted()) {
                String gap = request.notModelled();
                if (gap != null) {
                    return Outcome.of(OutcomeKind.NOT_MODELLED, gap);
                }
                List<Finding.Line> because =
                        request.explanation().map(Reasons::of).orElse(List.of());
                return new Outcome(OutcomeKind.BLOCKED, null, request.reason(), request.message(), false, "", because);
            }
        }
        return Outcome.absent();
    }

    static boolean names(String label, Target target) {
        try {
            Target named = Target.parse(label);
            return named.kind().equals(target.kind())
                    && named.name().equals(target.name())
                    && named.namespace().equals(target.namespace())
                    && (named.group().equals(target.group())
                            || named.group().isEmpty()
                            || target.group().isEmpty());
        } catch (IllegalArgumentException e) {
            return false; // an object without a name
        }
    }

    private static boolean isFlux(MapNode object) {
        return ObjectLabel.kind(object).group().endsWith(FLUX_GROUPS);
    }

    private Outcome ofFlux(MapNode object) {
        MapNode ready = condition(object, "Ready");
        String status = ready == null ? null : ready.findString("status");
        String reason = ready == null ? "" : ready.findText("reason");
        String message = ready == null ? "" : ready.findText("message");
        MapNode stalledCondition = condition(object, "Stalled");
        boolean stalled = stalledCondition != null && "True".equals(stalledCondition.findString("status"));
        OutcomeKind kind = kind(object, status, stalled);
        return new Outcome(kind, status, reason, message, stalled, revision(object), because(kind, object, message));
    }

    private OutcomeKind kind(MapNode object, @Nullable String ready, boolean stalled) {
        if (object.isTrue("spec", "suspend")) {
            return OutcomeKind.SUSPENDED;
        }
        if (stalled) {
            return OutcomeKind.BLOCKED;
        }
        Long generation = object.findLong("metadata", "generation");
        Long observed = object.findLong("status", "observedGeneration");
        boolean hasStatus = object.find("status", "observedGeneration") != null;
        if ("True".equals(ready) && (!hasStatus || java.util.Objects.equals(generation, observed))) {
            return OutcomeKind.ACCEPTED;
        }
        if (ready == null && condition(object, "Ready") == null && !reconciles(object)) {
            return OutcomeKind.ACCEPTED;
        }
        return "False".equals(ready) && endsTheSameWay(object) ? OutcomeKind.STUCK : OutcomeKind.PROGRESSING;
    }

    /** Whether its own next run leaves an object as not ready as it is, whatever changes elsewhere. */
    private boolean endsTheSameWay(MapNode object) {
        ApiServer later = world.afterOneRound().server();
        return later.discovery()
                .find(GroupVersionKind.of(object))
                .flatMap(resource -> later.object(resource.resource(), NamespacedName.of(object)))
                .map(next -> verdict(next).equals(verdict(object)))
                .orElse(false);
    }

    /** The Ready condition without what tells when. */
    private static MapNode verdict(MapNode object) {
        MapNode ready = condition(object, "Ready");
        return ready == null
                ? MapNode.EMPTY
                : ready.without("lastTransitionTime").without("observedGeneration");
    }

    /** Alerts, Providers and the HelmRepositories of registries are static objects without conditions. */
    private static boolean reconciles(MapNode object) {
        return switch (object.findText("kind")) {
            case "Alert", "Provider" -> false;
            case "HelmRepository" -> !object.findText("spec", "type").equals("oci");
            default -> true;
        };
    }

    private List<Finding.Line> because(OutcomeKind kind, MapNode object, String message) {
        if (kind == OutcomeKind.ACCEPTED) {
            return List.of();
        }
        List<Finding.Line> lines = new ArrayList<>();
        world.refusals().quotedBy(message).ifPresent(refusal -> {
            Explanation explanation = refusal.explanation();
            if (explanation != null) {
                lines.addAll(Reasons.of(explanation));
            }
        });
        if (lines.isEmpty() && (kind == OutcomeKind.STUCK || kind == OutcomeKind.PROGRESSING)) {
            lines.addAll(new SourceReasons(world, this).of(object));
        }
        return lines;
    }

    private static String revision(MapNode object) {
        String applied = object.findString("status", "lastAppliedRevision");
        return applied != null ? applied : object.findText("status", "artifact", "revision");
    }

    static @Nullable MapNode condition(MapNode object, String type) {
        for (Node condition : object.findList("status", "conditions")) {
            if (type.equals(condition.findString("type")) && condition instanceof MapNode map) {
                return map;
            }
        }
        return null;
    }
}
