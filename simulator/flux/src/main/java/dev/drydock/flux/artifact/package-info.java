/**
 * Which revision a source means: revision strings, Git and OCI references, versions in a Helm index. Nothing here reaches
 * the outside; what a repository holds is an argument. Start at {@link dev.drydock.flux.artifact.GitReference} and
 * {@link dev.drydock.flux.artifact.OciReference}.
 */
@NullMarked
package dev.drydock.flux.artifact;

import org.jspecify.annotations.NullMarked;
