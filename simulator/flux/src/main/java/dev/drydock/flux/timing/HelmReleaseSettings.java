package dev.drydock.flux.timing;

import com.google.common.hash.Hashing;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.GoDurations;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Effective settings of a HelmRelease (helmrelease_types.go).
 *
 * @param release the object
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HelmReleaseSettings(MapNode release) {

    private static final int LONGEST_NAME = 53;
    private static final int SHORT_HASH = 12;
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    /** The name of the release, shortened with a hash when Helm would not take it. */
    public String releaseName() {
        String name = release.findText("spec", "releaseName");
        String target = targetNamespace();
        if (name.isEmpty()) {
            name = (target.isEmpty() ? "" : target + "-") + ObjectFields.name(release);
        }
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        String hash = Hashing.sha256().hashString(name, StandardCharsets.UTF_8).toString();
        return name.substring(0, LONGEST_NAME - SHORT_HASH - 1) + "-" + hash.substring(0, SHORT_HASH);
    }

    /** Where the objects of the release go. */
    public String releaseNamespace() {
        String target = targetNamespace();
        return target.isEmpty() ? ObjectFields.namespace(release) : target;
    }

    private String targetNamespace() {
        return release.findText("spec", "targetNamespace");
    }

    /** Where Helm keeps its records. */
    public String storageNamespace() {
        String storage = release.findText("spec", "storageNamespace");
        return storage.isEmpty() ? ObjectFields.namespace(release) : storage;
    }

    /** The name of the HelmChart that is made from the template. */
    public String helmChartName() {
        return ObjectFields.namespace(release) + "-" + ObjectFields.name(release);
    }

    /** Time to the next run after a success, without jitter. */
    public Duration interval() {
        return GoDurations.parse(release.findText("spec", "interval"));
    }

    /** The timeout of all actions that name none. */
    public Duration timeout() {
        return duration(FIVE_MINUTES, "spec", "timeout");
    }

    /** The timeout of an action: {@code install}, {@code upgrade}, {@code test}, {@code rollback}, {@code uninstall}. */
    public Duration timeout(String action) {
        return duration(timeout(), "spec", action, "timeout");
    }

    /** How many versions are kept. */
    public int maxHistory() {
        Long history = release.findLong("spec", "maxHistory");
        return history == null ? 5 : history.intValue();
    }

    /** Drift detection: {@code disabled}, {@code warn} or {@code enabled}. */
    public String driftDetection() {
        String mode = release.findText("spec", "driftDetection", "mode");
        return mode.isEmpty() ? "disabled" : mode;
    }

    /** What happens when the chart gets another name. */
    public String chartNameChangeStrategy() {
        String strategy = release.findText("spec", "upgrade", "chartNameChangeStrategy");
        return strategy.isEmpty() ? "Reinstall" : strategy;
    }

    /** How dependents are deleted on uninstall. */
    public String deletionPropagation() {
        String propagation = release.findText("spec", "uninstall", "deletionPropagation");
        return propagation.isEmpty() ? "background" : propagation;
    }

    /** Whether one client serves all of an action, which is so unless the HelmRelease says otherwise. */
    public boolean persistentClient() {
        return release.find("spec", "persistentClient") == null || release.isTrue("spec", "persistentClient");
    }

    /** Whether exactly one of chart and chartRef is there. */
    public boolean hasValidChartReference() {
        return (release.find("spec", "chart") instanceof MapNode)
                != (release.find("spec", "chartRef") instanceof MapNode);
    }

    /** The remediation of failed installs. */
    public Remediation installRemediation() {
        return Remediation.of(release, true);
    }

    /** The remediation of failed upgrades. */
    public Remediation upgradeRemediation() {
        return Remediation.of(release, false);
    }

    /** The remediation of the last action that was tried; empty before the first. */
    public Optional<Remediation> activeRemediation() {
        return switch (lastAction()) {
            case "install" -> Optional.of(installRemediation());
            case "upgrade" -> Optional.of(upgradeRemediation());
            default -> Optional.empty();
        };
    }

    /**
     * How long to wait before an action that failed is tried again; empty when failures are remediated instead.
     *
     * @param action {@code install} or {@code upgrade}
     * @param retryByDefault the gate DefaultToRetryOnFailure
     */
    public Optional<Duration> retryInterval(String action, boolean retryByDefault) {
        MapNode strategy = release.find("spec", action, "strategy") instanceof MapNode map ? map : null;
        boolean retries =
                strategy == null ? retryByDefault : strategy.findText("name").equals("RetryOnFailure");
        return retries
                ? Optional.of(duration(FIVE_MINUTES, "spec", action, "strategy", "retryInterval"))
                : Optional.empty();
    }

    /** The retry interval of the last action that was tried; empty before the first or without retries. */
    public Optional<Duration> activeRetryInterval(boolean retryByDefault) {
        String action = lastAction();
        return action.equals("install") || action.equals("upgrade")
                ? retryInterval(action, retryByDefault)
                : Optional.empty();
    }

    private String lastAction() {
        return release.findText("status", "lastAttemptedReleaseAction");
    }

    private Duration duration(Duration otherwise, String... path) {
        String text = release.findString(path);
        return text == null ? otherwise : GoDurations.parse(text);
    }

    /** The HelmChart that the template makes. */
    public MapNode helmChart() {
        MapNode template = release.findMap("spec", "chart", "spec");
        MapNode source = template.findMap("sourceRef");
        String namespace = source.findText("namespace");
        String interval = template.findString("interval");
        MapNode meta = release.findMap("spec", "chart", "metadata");
        return MapNode.builder()
                .put("apiVersion", "source.toolkit.fluxcd.io/v1")
                .put("kind", "HelmChart")
                .put(
                        "metadata",
                        MapNode.builder()
                                .put("name", helmChartName())
                                .put("namespace", namespace.isEmpty() ? ObjectFields.namespace(release) : namespace)
                                .putIfPresent("labels", meta.get("labels"))
                                .putIfPresent("annotations", meta.get("annotations"))
                                .build())
                .put(
                        "spec",
                        MapNode.builder()
                                .put("chart", template.findText("chart"))
                                .putIfPresent("version", template.get("version"))
                                .put(
                                        "sourceRef",
                                        MapNode.of("kind", ObjectFields.kind(source), "name", source.findText("name")))
                                .put(
                                        "interval",
                                        GoDurations.format(interval == null ? interval() : GoDurations.parse(interval)))
                                .putIfPresent("reconcileStrategy", template.get("reconcileStrategy"))
                                .putIfPresent("valuesFiles", template.get("valuesFiles"))
                                .putIfPresent(
                                        "ignoreMissingValuesFiles",
                                        template.isTrue("ignoreMissingValuesFiles") ? true : null)
                                .putIfPresent("verify", template.get("verify"))
                                .build())
                .build();
    }
}
