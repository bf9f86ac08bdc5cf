package dev.drydock.helm;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A manifest that runs at an event of the release's life.
 *
 * @param name {@code metadata.name}
 * @param kind kind of the object
 * @param path template with the chart's path
 * @param manifest text of the manifest
 * @param events {@code pre-install}, {@code test} …, as helm names them
 * @param weight order within an event
 * @param deletePolicies {@code before-hook-creation} …
 * @param outputLogPolicies {@code hook-succeeded} …
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Hook(
        String name,
        String kind,
        String path,
        String manifest,
        List<String> events,
        int weight,
        List<String> deletePolicies,
        List<String> outputLogPolicies) {

    /** Copies the lists. */
    public Hook {
        events = List.copyOf(events);
        deletePolicies = List.copyOf(deletePolicies);
        outputLogPolicies = List.copyOf(outputLogPolicies);
    }
}
