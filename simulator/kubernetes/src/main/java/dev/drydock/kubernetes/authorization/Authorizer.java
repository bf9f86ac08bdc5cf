package dev.drydock.kubernetes.authorization;

import org.apiguardian.api.API;

/** Decides whether a user may do what a request asks. */
@API(status = API.Status.STABLE, since = "0.1")
@FunctionalInterface
public interface Authorizer {

    /** The decision, with its reason; never an exception. */
    Decision authorize(AuthorizationAttributes attributes);
}
