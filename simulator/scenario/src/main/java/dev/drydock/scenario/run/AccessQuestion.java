package dev.drydock.scenario.run;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Actor;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Whether somebody may do something.
 *
 * @param as who
 * @param verb verb of the API, such as {@code patch}
 * @param resource plural name, with {@code .GROUP} outside the core group; or a path that begins with a slash
 * @param subresource subresource, empty for the object itself
 * @param namespace namespace, empty for all of them and for what has none
 * @param name name of an object, empty for any
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AccessQuestion(
        Actor as, String verb, String resource, String subresource, String namespace, String name) {

    /**
     * What the authorizer says.
     *
     * @param isAllowed whether it allows it
     * @param lines its words and its reasons
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Answer(boolean isAllowed, List<Finding.Line> lines) {

        /** An answer with a copy of the lines. */
        public Answer {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Asks the authorizer of a world as it is now.
     *
     * @throws IllegalArgumentException when nothing knows the verb or serves the resource; names the nearest
     */
    public Answer ask(World world) {
        Decision decision = decide(world, Checks.user(as));
        List<Finding.Line> lines = new ArrayList<>();
        if (!decision.reason().isEmpty()) {
            lines.add(new Finding.Line("", decision.reason()));
        }
        lines.addAll(Reasons.of(decision.explanation()));
        lines.addAll(world.notesOn(as));
        return new Answer(decision.isAllowed(), lines);
    }

    /**
     * What the authorizer of a world says to the same question of a user as it is.
     *
     * @throws IllegalArgumentException when nothing knows the verb or serves the resource; names the nearest
     */
    public Decision decide(World world, UserInfo user) {
        return world.cluster().server().authorize(attributes(world, user));
    }

    /** The question in words, such as {@code ann can patch pods in a}. */
    String with(String can) {
        return as.user() + " " + can + " " + verb + " " + resource + (subresource.isEmpty() ? "" : "/" + subresource)
                + (name.isEmpty() ? "" : " " + name)
                + (namespace.isEmpty() ? "" : " in " + namespace);
    }

    private AuthorizationAttributes attributes(World world, UserInfo user) {
        Verbs.check(verb, resource.startsWith("/"), world);
        if (resource.startsWith("/")) {
            return AuthorizationAttributes.path(user, verb, resource);
        }
        ApiResource served = world.cluster().server().discovery().all().stream()
                .filter(r -> r.resource().groupResource().equals(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing serves " + resource
                        + "; a plural name is expected, with .GROUP outside the core group"
                        + world.nearestResource(resource)));
        Subresources.check(served, subresource, world);
        return AuthorizationAttributes.resource(user, verb, served.resource(), subresource, namespace, name);
    }
}
