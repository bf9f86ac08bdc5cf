package dev.drydock.kubernetes.schema;

import dev.drydock.yaml.Node;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A declared field.
 *
 * @param type type of its value
 * @param defaultValue the schema's default, null when there is none; key fields of lists take it when they are absent
 * @param required whether the schema requires it, which for built-in types means that the server always sends it
 * @param patchStrategy {@code x-kubernetes-patch-strategy} such as {@code merge} or {@code merge,retainKeys}, else empty
 * @param patchMergeKey {@code x-kubernetes-patch-merge-key}, else empty
 */
@API(status = API.Status.STABLE, since = "0.1")
public record FieldType(
        TypeRef type, @Nullable Node defaultValue, boolean required, String patchStrategy, String patchMergeKey) {}
