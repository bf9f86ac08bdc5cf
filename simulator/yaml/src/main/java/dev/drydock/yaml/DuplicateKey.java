package dev.drydock.yaml;

import org.apiguardian.api.API;

/**
 * A key that stands more than once in one map.
 *
 * @param path where the key is, as the API server spells it: {@code spec.containers[0].name}
 * @param key the key alone
 * @param location where the later of the two stands
 * @param first where the key stood before
 * @param upstream the words of strict decoding: {@code duplicate field "spec.a"} for JSON; for YAML {@code line 3: key "a"
 *     already set in map}, which go-yaml lists below {@code yaml: unmarshal errors:}
 */
@API(status = API.Status.STABLE, since = "0.1")
public record DuplicateKey(String path, String key, Location location, Location first, String upstream) {}
