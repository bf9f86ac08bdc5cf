package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Repository;
import dev.drydock.scenario.RepositorySpec;

/** Says what a source must bring. */
final class Credentials {

    private Credentials() {}

    static Repository protect(Repository repository, RepositorySpec.Credentials credentials) {
        String secret = credentials.secret();
        return repository.withSecret(secret == null ? "" : secret);
    }
}
