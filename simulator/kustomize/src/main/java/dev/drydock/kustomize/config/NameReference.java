package dev.drydock.kustomize.config;

import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.identity.Gvk;

/** Which fields of other objects hold the names of objects of one kind. */
public record NameReference(Gvk referral, FieldSpecs referrers) {}
