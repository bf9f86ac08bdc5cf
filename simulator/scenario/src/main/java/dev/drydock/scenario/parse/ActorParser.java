package dev.drydock.scenario.parse;

import dev.drydock.scenario.Actor;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads who acts: a user name, or a map of user and groups. */
final class ActorParser {

    private ActorParser() {}

    static @Nullable Actor actor(Fields fields, String key) {
        Node node = fields.get(key);
        if (node == null) {
            return null;
        }
        if (node instanceof MapNode) {
            Fields actor = Fields.of(node, fields.path(key), Shape.ACTOR, fields.problems());
            return new Actor(user(actor, "user"), actor.texts("groups"));
        }
        return new Actor(user(fields, key), List.of());
    }

    private static String user(Fields fields, String key) {
        String user = fields.name(key);
        String problem = Words.user(user);
        if (problem != null) {
            fields.wrong(key, problem);
        }
        return user;
    }
}
