package dev.drydock.kubernetes.admission;

import org.apiguardian.api.API;

/**
 * Looks at writes. All plugins first change an object one after the other; once it is validated, all look at it again and may
 * refuse it. The first refusal ends the request.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface AdmissionPlugin {

    /** Its name, as the server's flags spell it. */
    String name();

    /** The mutating phase: an object, changed or not, or a refusal. */
    default AdmissionResult mutate(AdmissionRequest request) {
        return AdmissionResult.unchanged(request);
    }

    /** The validating phase: a refusal or none; an object that is returned is ignored. */
    default AdmissionResult validate(AdmissionRequest request) {
        return AdmissionResult.unchanged(request);
    }
}
