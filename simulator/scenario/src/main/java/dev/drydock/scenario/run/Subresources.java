package dev.drydock.scenario.run;

import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.Node;
import java.util.Set;
import java.util.TreeSet;

/** The subresources about which an authorizer can sensibly be asked: those that are served, and those that a role names. */
final class Subresources {

    private Subresources() {}

    /**
     * Refuses a subresource that nothing knows.
     *
     * @throws IllegalArgumentException with the nearest
     */
    static void check(ApiResource resource, String subresource, World world) {
        if (subresource.isEmpty() || resource.subresources().containsKey(subresource)) {
            return;
        }
        Set<String> known = new TreeSet<>(resource.subresources().keySet());
        String plural = resource.resource().resource() + "/";
        for (Node rule : Verbs.rules(world)) {
            for (Node named : rule.findList("resources")) {
                String text = named.findText();
                if (text.startsWith(plural) || text.startsWith("*/")) {
                    known.add(text.substring(text.indexOf('/') + 1));
                }
            }
        }
        if (!known.contains(subresource)) {
            throw new IllegalArgumentException("nothing serves "
                    + resource.resource().groupResource() + "/"
                    + subresource + Nearest.hint(subresource, known)
                    + (known.isEmpty() ? "; it has no subresources" : "; subresources: " + String.join(", ", known)));
        }
    }
}
