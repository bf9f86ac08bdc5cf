package dev.drydock.scenario;

import dev.drydock.yaml.Location;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * A file or folder that a scenario names; it exists and lies in the scenario's folder.
 *
 * @param path where it is
 * @param shown how messages name it
 * @param location where the scenario names it
 */
@API(status = API.Status.STABLE, since = "0.1")
public record SourcePath(Path path, String shown, Location location) {}
