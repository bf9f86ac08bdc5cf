package dev.drydock.kubernetes.rest;

import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.UserInfo;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client sends it.
 *
 * @param user who sends it, null when its credentials are nobody's
 * @param impersonation what its Impersonate headers say, null without them
 * @param method HTTP method, upper case
 * @param path path of the URL, decoded
 * @param query query parameters, the first value of each
 * @param mediaType content type of the body, empty for JSON
 * @param body the body, or null
 * @param userAgent user agent of the client
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RestRequest(
        @Nullable UserInfo user,
        @Nullable Impersonation impersonation,
        String method,
        String path,
        Map<String, String> query,
        String mediaType,
        @Nullable RequestBody body,
        String userAgent) {

    /** A request with a copy of the query. */
    public RestRequest {
        query = Collections.unmodifiableMap(new TreeMap<>(query));
    }

    /** A query parameter, empty when it is absent. */
    String parameter(String name) {
        return query.getOrDefault(name, "");
    }
}
