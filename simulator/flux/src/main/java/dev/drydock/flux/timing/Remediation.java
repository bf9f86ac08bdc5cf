package dev.drydock.flux.timing;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What helm-controller does about a failed install or upgrade (helmrelease_types.go).
 *
 * @param retries how many more times it is tried; negative for ever
 * @param failureCount how many times it failed already
 * @param strategy {@code uninstall} or {@code rollback}
 * @param ignoresTestFailures whether failed tests do not count
 * @param remediatesLastFailure whether also the last failure is undone
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Remediation(
        int retries, long failureCount, String strategy, boolean ignoresTestFailures, boolean remediatesLastFailure) {

    /** The remediation of an action of a HelmRelease. */
    static Remediation of(MapNode release, boolean install) {
        MapNode spec = release.findMap("spec", install ? "install" : "upgrade", "remediation");
        Long retries = spec.findLong("retries");
        Long failures = release.findLong("status", install ? "installFailures" : "upgradeFailures");
        int count = retries == null ? 0 : retries.intValue();
        String strategy = spec.findText("strategy");
        boolean retriesUpgrades = !install && count > 0;
        Boolean ignore = flag(spec, "ignoreTestFailures");
        Boolean last = flag(spec, "remediateLastFailure");
        return new Remediation(
                count,
                failures == null ? 0 : failures,
                install ? "uninstall" : strategy.isEmpty() ? "rollback" : strategy,
                ignore == null ? release.isTrue("spec", "test", "ignoreFailures") : ignore,
                last == null ? retriesUpgrades : last);
    }

    private static @Nullable Boolean flag(MapNode spec, String name) {
        Object value = spec.get(name) instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Boolean flag ? flag : null;
    }

    /** Whether it failed more often than it is retried. */
    public boolean isExhausted() {
        return retries >= 0 && failureCount > retries;
    }
}
