/** What the world outside the cluster serves: Git, OCI and Helm repositories and buckets, by URL. */
@NullMarked
package dev.drydock.flux.repository;

import org.jspecify.annotations.NullMarked;
