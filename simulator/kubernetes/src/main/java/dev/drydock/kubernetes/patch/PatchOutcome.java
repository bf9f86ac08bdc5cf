package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** What became of a patch. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface PatchOutcome {

    /**
     * The patched document, not yet decoded: it may hold unknown fields, nulls and wrong types, or be no map at all.
     *
     * <p>What decoding then finds is refused as {@code Invalid} (422, without kind and name) at the field {@code patch} with
     * the value {@code shown}.
     *
     * @param document the document
     * @param strictProblems what strict decoding found in the patch itself (duplicate and unknown fields), without prefix;
     *     for the caller to warn about or to refuse together with the problems of the document
     * @param shown the value that such a refusal prints (quoted there): the document as JSON, or the strategic patch as Go
     *     prints a map
     */
    record Patched(Node document, List<String> strictProblems, Supplier<String> shown) implements PatchOutcome {}

    /**
     * The patch was refused.
     *
     * @param status why
     */
    record Refused(Status status) implements PatchOutcome {}
}
