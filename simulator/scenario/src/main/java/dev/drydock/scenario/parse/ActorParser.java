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
            return new Actor(actor.name("user"), actor.texts("groups"));
        }
        return new Actor(fields.name(key), List.of());
    }
}
