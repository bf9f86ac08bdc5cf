package dev.drydock.conformance.flux;

import dev.drydock.flux.timing.HelmAction;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.flux.timing.KustomizationTiming;
import dev.drydock.flux.timing.Remediation;
import dev.drydock.flux.timing.SourceResult;
import dev.drydock.flux.timing.SourceTiming;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.InvalidDurationException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part retry-timing. */
final class TimingAnswers {

    private TimingAnswers() {}

    static Node kustomization(MapNode spec) {
        try {
            KustomizationTiming timing = KustomizationTiming.of(spec);
            return MapNode.builder()
                    .put("timeout", GoDurations.format(timing.timeout()))
                    .put("retryInterval", GoDurations.format(timing.retryInterval()))
                    .put("requeueAfter", GoDurations.format(timing.requeueAfter()))
                    .put("deletionPolicy", timing.deletionPolicy())
                    .put("substituteStrategy", timing.substituteStrategy())
                    .build();
        } catch (InvalidDurationException e) {
            return MapNode.of("decodeError", String.valueOf(e.getMessage()));
        }
    }

    static Node source(MapNode in) {
        MapNode spec = in.findMap("spec");
        if (in.findText("kind").equals("HelmRepository")) {
            return MapNode.of(
                    "timeout",
                    GoDurations.format(SourceTiming.helmRepositoryTimeout(spec)),
                    "requeueAfter",
                    GoDurations.format(SourceTiming.helmRepositoryInterval(spec)));
        }
        return MapNode.of(
                "requeueAfter",
                GoDurations.format(GoDurations.parse(spec.findText("interval"))),
                "layerOperation",
                SourceTiming.layerOperation(spec),
                "layerMediaType",
                SourceTiming.layerMediaType(spec));
    }

    static Node compute(MapNode in) {
        String error = in.findText("error");
        String after = in.findString("retryAfter");
        SourceResult.Failure failure = switch (error) {
            case "" -> null;
            case "Generic" -> new SourceResult.Generic("the error", in.isTrue("ignore"));
            case "Waiting" ->
                new SourceResult.Waiting("the error", after == null ? Duration.ZERO : GoDurations.parse(after));
            case "Stalling" -> new SourceResult.Stalling("the error", "TheReason");
            default -> new SourceResult.Plain("the error");
        };
        SourceResult result = SourceResult.compute(
                SourceResult.Outcome.valueOf(in.findText("result").toUpperCase(Locale.ROOT)),
                failure,
                GoDurations.parse(in.findText("interval")),
                Answers.maps(in.findList("conditions")));
        return MapNode.builder()
                .put("requeue", result.requeue())
                .put("requeueAfter", GoDurations.format(result.requeueAfter()))
                .put("setsObservedGeneration", result.setsObservedGeneration())
                .put(
                        "conditions",
                        ListNode.of(result.conditions().stream()
                                .map(condition -> condition.without("lastTransitionTime"))
                                .toList()))
                .putIfPresent("returnedError", result.returnedError())
                .build();
    }

    static Node helmRelease(MapNode in) {
        HelmReleaseSettings settings = new HelmReleaseSettings(in);
        return MapNode.builder()
                .put("releaseName", settings.releaseName())
                .put("releaseNamespace", settings.releaseNamespace())
                .put("storageNamespace", settings.storageNamespace())
                .put("helmChartName", settings.helmChartName())
                .put("requeueAfter", GoDurations.format(settings.interval()))
                .put("timeout", GoDurations.format(settings.timeout()))
                .put("maxHistory", settings.maxHistory())
                .put("persistentClient", settings.persistentClient())
                .put("driftDetection", settings.driftDetection())
                .put("validChartReference", settings.hasValidChartReference())
                .put("install", release(settings, "install", settings.installRemediation()))
                .put(
                        "upgrade",
                        release(settings, "upgrade", settings.upgradeRemediation())
                                .with("chartNameChangeStrategy", settings.chartNameChangeStrategy()))
                .put("test", MapNode.of("timeout", GoDurations.format(settings.timeout("test"))))
                .put("rollback", action(settings, "rollback"))
                .put(
                        "uninstall",
                        action(settings, "uninstall").with("deletionPropagation", settings.deletionPropagation()))
                .put("active", remediation(settings.activeRemediation().orElse(null)))
                .put("activeRetry", retry(settings.activeRetryInterval(false)))
                .build();
    }

    private static MapNode action(HelmReleaseSettings settings, String action) {
        return MapNode.of(
                "timeout",
                GoDurations.format(settings.timeout(action)),
                "disableWait",
                settings.release().isTrue("spec", action, "disableWait"));
    }

    private static MapNode release(HelmReleaseSettings settings, String action, Remediation remediation) {
        return action(settings, action)
                .with("remediation", remediation(remediation))
                .with("retry", retry(settings.retryInterval(action, false)))
                .with("retryDefaultOn", retry(settings.retryInterval(action, true)));
    }

    private static Node remediation(@Nullable Remediation remediation) {
        if (remediation == null) {
            return ScalarNode.NULL;
        }
        return MapNode.builder()
                .put("retries", remediation.retries())
                .put("failureCount", remediation.failureCount())
                .put("strategy", remediation.strategy())
                .put("mustIgnoreTestFailures", remediation.ignoresTestFailures())
                .put("mustRemediateLastFailure", remediation.remediatesLastFailure())
                .put("retriesExhausted", remediation.isExhausted())
                .build();
    }

    private static Node retry(Optional<Duration> interval) {
        return interval.<Node>map(duration -> MapNode.of("retryInterval", GoDurations.format(duration)))
                .orElse(ScalarNode.NULL);
    }

    static Node helmAction(MapNode in) {
        String state = in.findText("state");
        HelmAction.State found = state(state);
        MapNode release = in.findMap("object");
        if (found == null) {
            return MapNode.of("action", "", "error", "unknown release status: " + state)
                    .with("historyLength", release.findList("status", "history").size());
        }
        HelmAction.Stored stored = switch (in.findText("helmStorage")) {
            case "empty" -> HelmAction.Stored.MISSING;
            case "foreign" -> HelmAction.Stored.CHANGED;
            default -> HelmAction.Stored.INTACT;
        };
        HelmAction action = HelmAction.next(release, found, stored, in.isTrue("defaultToRetryOnFailure"));
        return MapNode.builder()
                .put("action", action.name())
                .putIfPresent("error", action.error())
                .put("historyLength", action.history().snapshots().size())
                .build();
    }

    private static HelmAction.@Nullable State state(String word) {
        for (HelmAction.State state : HelmAction.State.values()) {
            if (state.name().replace("_", "").equalsIgnoreCase(word)) {
                return state;
            }
        }
        return null;
    }
}
