package dev.drydock.yaml;

/** Counts nodes as they are decoded, to refuse documents in which few lines stand for very many nodes. */
final class AliasBudget {

    private static final double LOW = 400_000;
    private static final double HIGH = 4_000_000;

    private final boolean own;
    private long decoded;
    private long aliased;

    /** A budget with go-yaml's own rule (decode.go, allowedAliasRatio); kustomize needs a stricter one, it has none. */
    AliasBudget(YamlMode mode) {
        this.own = mode == YamlMode.KUSTOMIZE;
    }

    void node() {
        decoded++;
    }

    long decoded() {
        return decoded;
    }

    /** Counts an alias that stands for a number of nodes; false when that is too much. */
    boolean alias(long nodes) {
        decoded += nodes + 1;
        aliased += nodes;
        if (own && decoded > 100_000 && decoded > 10 * (decoded - aliased)) {
            return false;
        }
        return aliased <= 100 || decoded <= 1000 || (double) aliased / decoded <= allowed();
    }

    private double allowed() {
        if (decoded <= LOW) {
            return 0.99;
        }
        return decoded >= HIGH ? 0.10 : 0.99 - 0.89 * (decoded - LOW) / (HIGH - LOW);
    }
}
