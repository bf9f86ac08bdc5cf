package dev.drydock.flux;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * How the platform installed Flux: the flags of its controllers.
 *
 * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
 * @param noRemoteBases {@code --no-remote-bases}
 * @param defaultServiceAccount {@code --default-service-account}, empty when not set
 * @param overrideManagers {@code --override-manager}
 * @param requeueDependency {@code --requeue-dependency}
 * @param customApplyStageKinds {@code --custom-apply-stage-kinds}
 * @param featureGates {@code --feature-gates}: gate to value, only those that were set
 * @param controllers the controllers that run
 */
@API(status = API.Status.STABLE, since = "0.1")
public record FluxProfile(
        boolean noCrossNamespaceRefs,
        boolean noRemoteBases,
        String defaultServiceAccount,
        List<String> overrideManagers,
        Duration requeueDependency,
        List<String> customApplyStageKinds,
        Map<String, Boolean> featureGates,
        Set<FluxController> controllers) {

    /** A profile with copies of the collections. */
    public FluxProfile {
        overrideManagers = List.copyOf(overrideManagers);
        customApplyStageKinds = List.copyOf(customApplyStageKinds);
        featureGates = ImmutableSortedMap.copyOf(featureGates);
        controllers = controllers.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(controllers));
    }

    /** A plain {@code flux install}. */
    public static FluxProfile open() {
        return new FluxProfile(
                false,
                false,
                "",
                List.of(),
                Duration.ofSeconds(30),
                List.of(),
                Map.of(),
                EnumSet.allOf(FluxController.class));
    }

    /** The multi-tenancy lockdown of the Flux documentation. */
    public static FluxProfile lockdown() {
        FluxProfile open = open();
        return new FluxProfile(
                true,
                true,
                "default",
                open.overrideManagers,
                open.requeueDependency,
                open.customApplyStageKinds,
                open.featureGates,
                open.controllers);
    }

    /** Whether a controller runs. */
    public boolean runs(FluxController controller) {
        return controllers.contains(controller);
    }

    /** The value of a feature gate, or its default in this release. */
    public boolean gate(String name, boolean byDefault) {
        return featureGates.getOrDefault(name, byDefault);
    }
}
