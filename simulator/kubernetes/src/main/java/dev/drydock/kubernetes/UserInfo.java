package dev.drydock.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Who acts, as the server sees it after authentication.
 *
 * @param name user name
 * @param uid unique id, often empty
 * @param groups all groups, {@code system:authenticated} included where it holds
 * @param extra further attributes
 */
@API(status = API.Status.STABLE, since = "0.1")
public record UserInfo(String name, String uid, List<String> groups, Map<String, List<String>> extra) {

    /** A user with copies of the collections. */
    public UserInfo {
        groups = List.copyOf(groups);
        extra = Map.copyOf(new TreeMap<>(extra));
    }

    /** The administrator that scenarios act as by default: {@code kubernetes-admin} in {@code system:masters}. */
    public static UserInfo admin() {
        return new UserInfo("kubernetes-admin", "", List.of("system:masters", "system:authenticated"), Map.of());
    }

    /** A ServiceAccount with the groups that the token authenticator gives it. */
    public static UserInfo serviceAccount(String namespace, String name) {
        return new UserInfo(
                "system:serviceaccount:" + namespace + ":" + name,
                "",
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"),
                Map.of());
    }

    /**
     * A user by name with groups: a ServiceAccount name gets the groups of its token, everybody
     * {@code system:authenticated}.
     */
    public static UserInfo named(String name, List<String> groups) {
        List<String> all = new ArrayList<>(groups);
        String[] parts = name.split(":", -1);
        if (parts.length == 4 && name.startsWith("system:serviceaccount:")) {
            for (String group : serviceAccount(parts[2], parts[3]).groups()) {
                if (!all.contains(group)) {
                    all.add(group);
                }
            }
        } else if (!all.contains("system:authenticated")) {
            all.add("system:authenticated");
        }
        return new UserInfo(name, "", all, Map.of());
    }
}
