package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.scenario.Action;
import dev.drydock.scenario.Operation;
import dev.drydock.scenario.RepositorySpec;
import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.Step;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds content that no source asked for, which is probably described under a mistyped URL. */
final class Unused {

    private Unused() {}

    /** A note for each entry and push of a scenario that was of no use. */
    static List<String> notes(Scenario scenario, World world) {
        List<String> notes = new ArrayList<>();
        scenario.repositories().forEach(repository -> {
            note("repositories", repository.url(), repository.location(), world, notes);
            if (servesNothing(repository, scenario)) {
                notes.add("repositories: " + repository.url()
                        + " serves nothing: directory or charts are expected, or a push ("
                        + repository.location() + ")");
            }
        });
        for (Step step : scenario.steps()) {
            for (Operation operation : step.operations()) {
                if (operation.action() instanceof Action.Push push) {
                    note("push", push.url(), operation.location(), world, notes);
                }
            }
        }
        return notes;
    }

    private static boolean servesNothing(RepositorySpec repository, Scenario scenario) {
        String key = Repositories.key(repository.url());
        return repository.directory() == null
                && repository.charts().isEmpty()
                && scenario.steps().stream()
                        .flatMap(step -> step.operations().stream())
                        .noneMatch(operation -> operation.action() instanceof Action.Push push
                                && Repositories.key(push.url()).equals(key));
    }

    private static void note(String what, String url, Location place, World world, List<String> notes) {
        hint(url, world).ifPresent(hint -> notes.add(what + ": " + hint + " (" + place + ")"));
    }

    /** What is to say about a URL when nobody asked for it. */
    static Optional<String> hint(String url, World world) {
        List<String> asked = world.flux().repositories().asked();
        String key = Repositories.key(url);
        boolean isUsed = asked.stream()
                .map(Repositories::key)
                .anyMatch(other -> other.equals(key) || other.startsWith(key + "/"));
        return isUsed ? Optional.empty() : Optional.of("no source asked for " + url + Nearest.hint(url, asked));
    }
}
