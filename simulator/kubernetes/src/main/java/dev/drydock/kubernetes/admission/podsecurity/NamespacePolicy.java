package dev.drydock.kubernetes.admission.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What the labels of a namespace demand of its pods (upstream {@code pod-security-admission/api/helpers.go}). Audit is left
 * out: it shows in the audit log only.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NamespacePolicy {

    private static final String PREFIX = "pod-security.kubernetes.io/";

    private final List<Mistake> mistakes = new ArrayList<>();
    private LevelVersion enforce = new LevelVersion(Level.PRIVILEGED, LevelVersion.LATEST);
    private LevelVersion warn = enforce;

    private NamespacePolicy() {}

    /**
     * A label with a value that says nothing.
     *
     * @param label key of the label
     * @param value its value
     * @param message what would be right
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Mistake(String label, String value, String message) {}

    /** The policy that the labels of a namespace state. */
    public static NamespacePolicy of(Map<String, String> labels) {
        NamespacePolicy policy = new NamespacePolicy();
        boolean enforced = policy.readEnforce(labels);
        policy.readAudit(labels);
        policy.readWarn(labels, enforced);
        return policy;
    }

    private boolean readEnforce(Map<String, String> labels) {
        Optional<Level> level = level(labels, "enforce");
        if (labels.containsKey(PREFIX + "enforce")) {
            enforce = enforce.withLevel(level.orElse(Level.RESTRICTED));
        }
        enforce = enforce.withMinor(version(labels, "enforce-version"));
        return level.isPresent();
    }

    private void readAudit(Map<String, String> labels) {
        level(labels, "audit");
        version(labels, "audit-version");
    }

    private void readWarn(Map<String, String> labels, boolean enforced) {
        warn = new LevelVersion(level(labels, "warn").orElse(Level.PRIVILEGED), version(labels, "warn-version"));
        boolean unset = !labels.containsKey(PREFIX + "warn");
        if (unset && enforced && enforce.level().compareTo(warn.level()) > 0) {
            warn = labels.containsKey(PREFIX + "warn-version") ? warn.withLevel(enforce.level()) : enforce;
        }
    }

    private Optional<Level> level(Map<String, String> labels, String mode) {
        String value = labels.get(PREFIX + mode);
        Optional<Level> level = value == null ? Optional.empty() : Level.parse(value);
        if (value != null && level.isEmpty()) {
            mistakes.add(new Mistake(PREFIX + mode, value, "must be one of privileged, baseline, restricted"));
        }
        return level;
    }

    private int version(Map<String, String> labels, String mode) {
        String value = labels.get(PREFIX + mode);
        Optional<Integer> version = value == null ? Optional.of(LevelVersion.LATEST) : LevelVersion.parseVersion(value);
        if (version.isEmpty()) {
            mistakes.add(new Mistake(PREFIX + mode, String.valueOf(value), "must be \"latest\" or \"v1.x\""));
        }
        return version.orElse(LevelVersion.LATEST);
    }

    /** Labels with values that say nothing, in the order in which the server reports them. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    LevelVersion enforce() {
        return enforce;
    }

    LevelVersion warn() {
        return warn;
    }

    /** Whether pods of the old policy have to be looked at again, because this one demands more or something else. */
    boolean tightens(NamespacePolicy old) {
        boolean same = enforce.equals(old.enforce) || enforce.level() == Level.PRIVILEGED;
        boolean relaxed =
                enforce.minor() == old.enforce.minor() && enforce.level().compareTo(old.enforce.level()) <= 0;
        return !same && !relaxed;
    }
}
