/**
 * Clusters as a platform team's repository describes them: which controllers run under which flags, and what they reconcile
 * first. Start at {@link dev.drydock.scenario.replay.ClusterEntry}.
 */
@NullMarked
package dev.drydock.scenario.replay;

import org.jspecify.annotations.NullMarked;
