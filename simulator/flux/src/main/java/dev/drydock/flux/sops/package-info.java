/**
 * Opens what SOPS encrypted for age keys (kustomize-controller internal/decryptor, getsops/sops). Opening needs the optional
 * libraries of jagged; without them, and for keys of other providers, it is not modelled.
 */
@NullMarked
package dev.drydock.flux.sops;

import org.jspecify.annotations.NullMarked;
