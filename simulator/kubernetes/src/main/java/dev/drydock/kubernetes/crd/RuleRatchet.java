package dev.drydock.kubernetes.crd;

import org.jspecify.annotations.Nullable;

/**
 * Whether a value is what it was, so that rules that it breaks are tolerated (apiserver/schema/cel/validation.go,
 * ratchetingOptions).
 *
 * @param current the value with what it was, null when that is unknown
 * @param parent the nearest value above of which it is known
 */
record RuleRatchet(@Nullable Correlation current, @Nullable Correlation parent) {

    boolean isUnchanged() {
        Correlation known = current != null ? current : parent;
        return known != null && known.isUnchanged();
    }

    /** Type fields cannot be compared: both objects are shown in the same version. */
    RuleRatchet key(String key) {
        if (current == null) {
            return this;
        }
        if (parent == null && (key.equals("apiVersion") || key.equals("kind"))) {
            return new RuleRatchet(null, null);
        }
        return new RuleRatchet(current.key(key), current);
    }

    RuleRatchet index(int index) {
        return current == null ? this : new RuleRatchet(current.index(index), current);
    }
}
