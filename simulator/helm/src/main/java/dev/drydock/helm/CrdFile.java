package dev.drydock.helm;

import org.apiguardian.api.API;

/**
 * A file of a {@code crds} folder.
 *
 * @param name path with the charts' paths, such as {@code parent/charts/child/crds/a.yaml}
 * @param text what the file holds
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CrdFile(String name, String text) {}
