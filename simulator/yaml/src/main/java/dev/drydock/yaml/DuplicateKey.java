package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * A key that stands more than once in one map.
 *
 * @param path where the key is, as the API server spells it: {@code spec.containers[0].name}
 * @param key the key alone
 * @param location where the later of the two stands
 * @param first where the key stood before
 */
@API(status = API.Status.STABLE, since = "0.1")
public record DuplicateKey(String path, String key, Location location, Location first) {}
