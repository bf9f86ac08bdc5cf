package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Service accounts: nothing but their metadata is checked (pkg/registry/core/serviceaccount/strategy.go). */
final class ServiceAccountRules implements KindRules {

    private static final String SECRETS_ONLY = "kubernetes.io/enforce-mountable-secrets";

    @Override
    public List<String> warningsOnCreate(MapNode account) {
        return account.findMap("metadata", "annotations").has(SECRETS_ONLY)
                ? List.of("metadata.annotations[" + SECRETS_ONLY + "]: deprecated in v1.32+; prefer separate namespaces"
                        + " to isolate access to mounted secrets")
                : List.of();
    }

    @Override
    public List<String> warningsOnUpdate(MapNode account, MapNode old) {
        return old.findMap("metadata", "annotations").has(SECRETS_ONLY) ? List.of() : warningsOnCreate(account);
    }
}
