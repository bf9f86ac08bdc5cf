package dev.drydock.yaml;

import org.apiguardian.api.API;

/** As whom YAML is read: the two readers of the Kubernetes world differ in scalars, keys, duplicates and merges. */
@API(status = API.Status.STABLE, since = "0.1")
public enum YamlMode {
    /** As kubectl and the API server read manifests (sigs.k8s.io/yaml). */
    KUBERNETES,
    /** As kustomize reads files (kyaml, a fork of go-yaml v3); what Flux's kustomize-controller sees. */
    KUSTOMIZE
}
