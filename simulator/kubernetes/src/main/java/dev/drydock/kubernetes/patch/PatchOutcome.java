package dev.drydock.kubernetes.patch;

import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;

/** What became of a patch. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface PatchOutcome {

    /**
     * The patched document, not yet decoded: it may hold unknown fields, nulls and wrong types.
     *
     * @param document the document
     * @param strictProblems what strict decoding found in the patch itself (duplicate and unknown fields), without
     *     prefix; for the caller to warn about or to refuse together with the problems of the document
     */
    record Patched(MapNode document, List<String> strictProblems) implements PatchOutcome {}

    /** The patch was refused. */
    record Refused(Status status) implements PatchOutcome {}
}
