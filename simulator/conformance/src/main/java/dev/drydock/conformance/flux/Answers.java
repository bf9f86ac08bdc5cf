package dev.drydock.conformance.flux;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Small pieces that answers are made of. */
final class Answers {

    private Answers() {}

    static MapNode error(RuntimeException e) {
        return MapNode.of("error", String.valueOf(e.getMessage()));
    }

    static List<MapNode> maps(ListNode list) {
        List<MapNode> maps = new ArrayList<>();
        for (Node item : list) {
            if (item instanceof MapNode map) {
                maps.add(map);
            }
        }
        return maps;
    }
}
