/**
 * YAML and JSON as Kubernetes and as kustomize read them: immutable located trees, two reading modes, a stable writer,
 * and the patch formats that work on the same tree. Start at {@link dev.drydock.yaml.Node}.
 */
@NullMarked
package dev.drydock.yaml;

import org.jspecify.annotations.NullMarked;
