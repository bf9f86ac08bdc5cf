package dev.drydock.scenario;

import dev.drydock.flux.FluxController;
import dev.drydock.flux.FluxProfile;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How the platform installed Kubernetes and Flux, as a scenario says it.
 *
 * @param kubernetes minor version of the API server
 * @param flux minor version of the Flux distribution
 * @param lockdown whether the multi-tenancy lockdown is the preset
 * @param flags single flags that override the preset
 * @param controllers the controllers that run
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Profile(String kubernetes, String flux, boolean lockdown, Flags flags, Set<String> controllers) {

    /** Everything that can run. */
    public static final List<String> CONTROLLERS = List.of("source", "kustomize", "helm", "notification", "workloads");

    /** What holds when a scenario says nothing. */
    public static final Profile DEFAULT = new Profile("1.36", "2.9", true, Flags.NONE, Set.copyOf(CONTROLLERS));

    /**
     * Flags of the controllers; null means as the preset has it.
     *
     * @param noCrossNamespaceRefs {@code --no-cross-namespace-refs}
     * @param noRemoteBases {@code --no-remote-bases}
     * @param defaultServiceAccount {@code --default-service-account}
     * @param overrideManagers {@code --override-manager}
     * @param requeueDependency {@code --requeue-dependency}
     * @param customApplyStageKinds {@code --custom-apply-stage-kinds}
     * @param featureGates {@code --feature-gates}
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Flags(
            @Nullable Boolean noCrossNamespaceRefs,
            @Nullable Boolean noRemoteBases,
            @Nullable String defaultServiceAccount,
            @Nullable List<String> overrideManagers,
            @Nullable Duration requeueDependency,
            @Nullable List<String> customApplyStageKinds,
            Map<String, Boolean> featureGates) {

        /** No flag overrides the preset. */
        public static final Flags NONE = new Flags(null, null, null, null, null, null, Map.of());

        /** These flags where others say nothing. */
        public Flags under(Flags others) {
            Map<String, Boolean> gates = new TreeMap<>(featureGates);
            gates.putAll(others.featureGates);
            return new Flags(
                    or(others.noCrossNamespaceRefs, noCrossNamespaceRefs),
                    or(others.noRemoteBases, noRemoteBases),
                    or(others.defaultServiceAccount, defaultServiceAccount),
                    or(others.overrideManagers, overrideManagers),
                    or(others.requeueDependency, requeueDependency),
                    or(others.customApplyStageKinds, customApplyStageKinds),
                    gates);
        }

        private static <T> @Nullable T or(@Nullable T value, @Nullable T otherwise) {
            return value == null ? otherwise : value;
        }
    }

    /**
     * The keys that {@code configure} gives; null means unchanged.
     *
     * @param kubernetes as in a profile
     * @param flux as in a profile
     * @param lockdown as in a profile
     * @param flags as in a profile; they take the place of all earlier flags
     * @param controllers as in a profile
     */
    @API(status = API.Status.STABLE, since = "0.1")
    public record Changes(
            @Nullable String kubernetes,
            @Nullable String flux,
            @Nullable Boolean lockdown,
            @Nullable Flags flags,
            @Nullable Set<String> controllers) {}

    /** A profile with a copy of the set. */
    public Profile {
        controllers = Set.copyOf(controllers);
    }

    /** This profile on a plain {@code flux install}, without the lockdown. */
    public Profile open() {
        return new Profile(kubernetes, flux, false, flags, controllers);
    }

    /** This profile with the given keys changed. */
    public Profile with(Changes changes) {
        return new Profile(
                or(changes.kubernetes(), kubernetes),
                or(changes.flux(), flux),
                or(changes.lockdown(), lockdown),
                or(changes.flags(), flags),
                or(changes.controllers(), controllers));
    }

    /** The flags in force: the preset with the overrides. */
    public FluxProfile fluxProfile() {
        FluxProfile preset = lockdown ? FluxProfile.lockdown() : FluxProfile.open();
        EnumSet<FluxController> running = EnumSet.noneOf(FluxController.class);
        for (FluxController controller : FluxController.values()) {
            if (controllers.contains(controller.componentName().replace("-controller", ""))) {
                running.add(controller);
            }
        }
        return new FluxProfile(
                or(flags.noCrossNamespaceRefs(), preset.noCrossNamespaceRefs()),
                or(flags.noRemoteBases(), preset.noRemoteBases()),
                or(flags.defaultServiceAccount(), preset.defaultServiceAccount()),
                or(flags.overrideManagers(), preset.overrideManagers()),
                or(flags.requeueDependency(), preset.requeueDependency()),
                or(flags.customApplyStageKinds(), preset.customApplyStageKinds()),
                flags.featureGates(),
                running);
    }

    /** Whether the controllers that make workloads ready run. */
    public boolean runsWorkloads() {
        return controllers.contains("workloads");
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
