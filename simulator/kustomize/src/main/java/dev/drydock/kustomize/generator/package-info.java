/** ConfigMaps and Secrets from files, env files and literals, and the hash of their names. */
@NullMarked
package dev.drydock.kustomize.generator;

import org.jspecify.annotations.NullMarked;
