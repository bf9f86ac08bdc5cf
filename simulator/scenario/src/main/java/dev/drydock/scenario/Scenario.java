package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * One document of a scenario file.
 *
 * @param name unique in its file
 * @param labels labels to select by
 * @param description what it shows, empty when not given
 * @param profile how Kubernetes and Flux are installed
 * @param repositories what sources serve
 * @param workloads how workloads behave that do not simply become ready
 * @param webhooks what admission webhooks answer
 * @param steps what happens, in order
 * @param location where the document begins
 * @param folder the folder of the file; no path of the scenario leaves it
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Scenario(
        String name,
        Map<String, String> labels,
        String description,
        Profile profile,
        List<RepositorySpec> repositories,
        List<Workload> workloads,
        List<WebhookSpec> webhooks,
        List<Step> steps,
        Location location,
        Path folder) {

    /** A scenario with copies of the collections. */
    public Scenario {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        repositories = List.copyOf(repositories);
        workloads = List.copyOf(workloads);
        webhooks = List.copyOf(webhooks);
        steps = List.copyOf(steps);
    }

    /** Whether any step has a check. */
    public boolean hasChecks() {
        return steps.stream().anyMatch(step -> !step.expect().isEmpty())
                || steps.stream()
                        .flatMap(step -> step.operations().stream())
                        .anyMatch(operation -> operation.blocked() != null);
    }
}
