package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Repository;
import dev.drydock.scenario.RepositorySpec;

/** Says what a source must bring. */
final class Credentials {

    private Credentials() {}

    static Repository protect(Repository repository, RepositorySpec.Credentials credentials) {
        String secret = credentials.secret();
        String username = credentials.username();
        String password = credentials.password();
        return username != null && password != null
                ? repository.withLogin(username, password)
                : repository.withSecret(secret == null ? "" : secret);
    }
}
