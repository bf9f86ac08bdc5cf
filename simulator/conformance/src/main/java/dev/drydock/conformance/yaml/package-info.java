/** Answers the two tables of YAML as Kubernetes and as kustomize read it. */
@NullMarked
package dev.drydock.conformance.yaml;

import org.jspecify.annotations.NullMarked;
