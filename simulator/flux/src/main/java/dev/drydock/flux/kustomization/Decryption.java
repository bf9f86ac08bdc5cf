package dev.drydock.flux.kustomization;

import dev.drydock.flux.sops.SopsDecryptor;
import dev.drydock.flux.sops.SopsException;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.flux.ssa.ObjectMeta;
import dev.drydock.flux.ssa.ObjectMetadata;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The keys that a Kustomization opens encrypted objects with, and what the controller says about those that stay closed
 * (kustomize-controller internal/decryptor).
 */
final class Decryption {

    private static final GroupVersionKind SECRET = new GroupVersionKind("", "v1", "Secret");

    private final Client client;

    Decryption(Client client) {
        this.client = client;
    }

    /**
     * What opens the objects of a Kustomization; its keys are read as the controller. Empty when nothing is to be opened.
     *
     * @throws Builder.BuildException when the keys cannot be read
     */
    Optional<SopsDecryptor> decryptor(KustomizationSpec spec) {
        if (!spec.text("decryption", "provider").equals("sops")) {
            return Optional.empty();
        }
        String name = spec.text("decryption", "secretRef", "name");
        NamespacedName key = new NamespacedName(spec.namespace(), name);
        Map<String, String> files = new TreeMap<>();
        if (!name.isEmpty()) {
            ApiResponse response = client.get(SECRET, key);
            if (!response.isSuccess()) {
                throw new Builder.BuildException(
                        response.code() == 404
                                ? response.message()
                                : "cannot get sops decryption Secret '" + key + "': " + response.message());
            }
            response.object().findMap("data").strings().forEach((file, data) -> files.put(file, decoded(data)));
        }
        try {
            return Optional.of(SopsDecryptor.of(files, key.toString()));
        } catch (SopsException e) {
            throw new Builder.BuildException(String.valueOf(e.getMessage()));
        }
    }

    private static String decoded(String data) {
        try {
            return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static boolean isDisabled(MapNode object) {
        return ObjectFields.annotations(object)
                .getOrDefault(ObjectMeta.GROUP + "/decrypt", "")
                .equalsIgnoreCase("disabled");
    }

    /** The error about a Secret that is still encrypted although it is to be opened elsewhere, or nowhere. */
    static Optional<String> guard(List<MapNode> objects) {
        return objects.stream()
                .filter(object -> object.has("sops") && !isDisabled(object))
                .filter(object -> ObjectFields.type(object).equals(SECRET))
                .findFirst()
                .map(object -> ObjectMetadata.of(object).subject()
                        + " is SOPS encrypted, configuring decryption is required for this secret to be reconciled");
    }
}
