package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What a plugin makes of a write. */
@API(status = API.Status.STABLE, since = "0.1")
public sealed interface AdmissionResult {

    /** Texts for Warning headers, in order. */
    List<String> warnings();

    /**
     * The write goes on.
     *
     * @param object the object, changed or not; null for a write without one
     * @param warnings texts for Warning headers
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Admitted(@Nullable MapNode object, List<String> warnings) implements AdmissionResult {

        /** A result with a copy of the warnings. */
        public Admitted {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The write is refused.
     *
     * @param status the server's words
     * @param warnings texts for Warning headers
     * @param explanation which rule spoke, null when the status says it all
     */
    @API(status = API.Status.STABLE, since = "0.1")
    record Refused(
            Status status, List<String> warnings, @Nullable Explanation explanation) implements AdmissionResult {

        /** A result with a copy of the warnings. */
        public Refused {
            warnings = List.copyOf(warnings);
        }
    }

    /** The write goes on as it is. */
    static AdmissionResult unchanged(AdmissionRequest request) {
        return new Admitted(request.object(), List.of());
    }

    /** The write goes on with a changed object. */
    static AdmissionResult changed(MapNode object) {
        return new Admitted(object, List.of());
    }

    /** The write goes on as it is, and the client is warned. */
    static AdmissionResult warned(AdmissionRequest request, List<String> warnings) {
        return new Admitted(request.object(), warnings);
    }

    /** The refusal that most plugins give: 403, {@code resource "name" is forbidden: text}. */
    static AdmissionResult forbidden(AdmissionRequest request, String text) {
        String name = request.name().isEmpty() ? "Unknown" : request.name();
        return new Refused(Forbidden.of(request.resource(), name, text), List.of(), null);
    }

    /** A refusal with a Status of its own. */
    static AdmissionResult refused(Status status) {
        return new Refused(status, List.of(), null);
    }
}
