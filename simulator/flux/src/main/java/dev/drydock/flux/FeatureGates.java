package dev.drydock.flux;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The feature gates of the controllers with their defaults (internal/features/features.go of kustomize-controller 1.9.4,
 * source-controller 1.9.1 and helm-controller 1.6.2, and fluxcd/pkg auth).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FeatureGates {
    ADDITIVE_CEL_DEPENDENCY_CHECK("AdditiveCELDependencyCheck", false, true),
    ADOPT_LEGACY_RELEASES("AdoptLegacyReleases", false, true), // only warns
    ALLOW_DNS_LOOKUPS("AllowDNSLookups", false, false),
    CACHE_SECRETS_AND_CONFIG_MAPS("CacheSecretsAndConfigMaps", false, false), // changes the words of what is not found
    CANCEL_HEALTH_CHECK_ON_NEW_REVISION("CancelHealthCheckOnNewRevision", false, false),
    CORRECT_DRIFT("CorrectDrift", false, true), // without use
    DEFAULT_TO_RETRY_ON_FAILURE("DefaultToRetryOnFailure", false, true),
    DETECT_DRIFT("DetectDrift", false, true), // without use
    DIRECT_SOURCE_FETCH("DirectSourceFetch", false, true),
    DISABLE_CHART_DIGEST_TRACKING("DisableChartDigestTracking", false, true),
    DISABLE_CONFIG_WATCHERS("DisableConfigWatchers", false, true),
    DISABLE_FAIL_FAST_BEHAVIOR("DisableFailFastBehavior", false, true),
    DISABLE_STATUS_POLLER_CACHE("DisableStatusPollerCache", true, true), // cannot be seen
    EXTERNAL_ARTIFACT("ExternalArtifact", false, true),
    GROUP_CHANGE_LOG("GroupChangeLog", false, true), // the form of log lines
    MIGRATE_API_VERSION("MigrateAPIVersion", false, false),
    OBJECT_LEVEL_WORKLOAD_IDENTITY("ObjectLevelWorkloadIdentity", false, false),
    OOM_WATCH("OOMWatch", false, true), // cannot be seen
    STRICT_POST_BUILD_SUBSTITUTIONS("StrictPostBuildSubstitutions", true, true),
    USE_HELM3_DEFAULTS("UseHelm3Defaults", false, false);

    private static final Map<String, FeatureGates> BY_NAME = byName();

    private final String gate;
    private final boolean byDefault;
    private final boolean modelled;

    FeatureGates(String gate, boolean byDefault, boolean modelled) {
        this.gate = gate;
        this.byDefault = byDefault;
        this.modelled = modelled;
    }

    private static Map<String, FeatureGates> byName() {
        ImmutableSortedMap.Builder<String, FeatureGates> gates = ImmutableSortedMap.naturalOrder();
        for (FeatureGates gate : values()) {
            gates.put(gate.gate, gate);
        }
        return gates.build();
    }

    /** The names of all gates, sorted. */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** The gate of a name; empty for one at which the controllers would not start. */
    public static Optional<FeatureGates> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Whether a simulation behaves as a controller whose gate has this value. */
    public boolean isModelled(boolean value) {
        return modelled || value == byDefault;
    }
}
