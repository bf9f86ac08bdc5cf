package dev.drydock.flux.kustomization;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/**
 * What the controller says about encrypted objects (kustomize-controller internal/decryptor). Opening them is not modelled;
 * that a key or the configuration is missing is.
 */
final class Decryption {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");

    private final Client client;

    Decryption(Client client) {
        this.client = client;
    }

    /** The error of importing the keys, which are read as the controller. */
    Optional<String> keyProblem(KustomizationSpec spec) {
        String name = spec.text("decryption", "secretRef", "name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        NamespacedName key = new NamespacedName(spec.namespace(), name);
        ApiResponse response = client.get(SECRET, key);
        if (response.isSuccess()) {
            return Optional.empty();
        }
        return Optional.of(
                response.code() == 404
                        ? response.message()
                        : "cannot get sops decryption Secret '" + key + "': " + response.message());
    }

    /**
     * The error about a Secret that is still encrypted although nothing is configured to open it.
     *
     * @throws NotModelledException when an encrypted object would have to be opened
     */
    static Optional<String> guard(KustomizationSpec spec, List<MapNode> objects) {
        boolean configured = spec.object().find("spec", "decryption") != null;
        for (MapNode object : objects) {
            String own = ObjectFields.annotations(object).getOrDefault(ObjectMeta.GROUP + "/decrypt", "");
            if (own.equalsIgnoreCase("disabled") || !object.has("sops")) {
                continue;
            }
            if (configured) {
                throw new NotModelledException("decryption with SOPS (spec.decryption)");
            }
            if (ObjectFields.type(object).equals(SECRET)) {
                return Optional.of(ObjectMetadata.of(object).subject()
                        + " is SOPS encrypted, configuring decryption is required for this secret to be reconciled");
            }
        }
        return Optional.empty();
    }
}
