package dev.drydock.kustomize.patch;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of a patch says about the whole list, in an element that consists of {@code $patch} only; follows
 * merge2/smpdirective.go.
 *
 * @param word merge, replace or delete
 * @param rest the list without the elements that say so
 */
record ListDirective(String word, @Nullable ListNode rest) {

    static ListDirective of(@Nullable ListNode patch) {
        if (patch == null) {
            return new ListDirective("merge", null);
        }
        for (Node item : patch) {
            if (item instanceof MapNode map && map.has(StrategicMerge.DIRECTIVE)) {
                if (map.size() > 1) {
                    break;
                }
                String word = Scalars.text(map.get(StrategicMerge.DIRECTIVE));
                if (!StrategicMerge.isDirective(word)) {
                    throw new KustomizeException("unknown patch strategy '" + word + "'");
                }
                return new ListDirective(word, without(patch, word));
            }
        }
        return new ListDirective("merge", patch);
    }

    private static ListNode without(ListNode patch, String word) {
        List<Node> rest = patch.stream()
                .filter(item -> !Scalars.isMissingOrNull(item) && !(item instanceof MapNode map && map.isEmpty()))
                .filter(item -> !(item instanceof MapNode map
                        && map.has(StrategicMerge.DIRECTIVE)
                        && Scalars.text(map.get(StrategicMerge.DIRECTIVE)).equals(word)))
                .toList();
        return ListNode.of(rest, patch.location());
    }
}
