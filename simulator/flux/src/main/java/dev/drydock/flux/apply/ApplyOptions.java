package dev.drydock.flux.apply;

import dev.drydock.flux.ssa.KindSet;
import dev.drydock.yaml.ListNode;
import java.util.List;

/**
 * How a Kustomization wants its objects applied.
 *
 * @param force {@code spec.force}: recreate objects whose immutable fields change
 * @param ignoreRules {@code spec.ignore}
 * @param customKinds kinds of the custom stage
 * @param overrideManagers {@code --override-manager}: field managers whose fields are taken over
 */
public record ApplyOptions(boolean force, ListNode ignoreRules, KindSet customKinds, List<String> overrideManagers) {

    /** Options with a copy of the managers. */
    public ApplyOptions {
        overrideManagers = List.copyOf(overrideManagers);
    }
}
