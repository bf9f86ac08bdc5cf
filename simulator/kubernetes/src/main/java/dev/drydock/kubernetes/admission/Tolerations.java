package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Tolerations of pods (upstream {@code pkg/util/tolerations}). */
final class Tolerations {

    private Tolerations() {}

    /** Both lists without those that others of them include. */
    static ListNode merge(ListNode first, ListNode second) {
        List<Node> all = new ArrayList<>(first.items());
        all.addAll(second.items());
        List<Node> merged = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Node one = all.get(i);
            boolean covered = merged.stream().anyMatch(kept -> includes(kept, one))
                    || all.subList(i + 1, all.size()).stream()
                            .anyMatch(later -> !later.equals(one) && includes(later, one));
            if (!covered) {
                merged.add(one);
            }
        }
        return ListNode.of(merged);
    }

    private static boolean includes(Node wide, Node narrow) {
        if (wide.equals(narrow)) {
            return true;
        }
        String key = wide.findText("key");
        String effect = wide.findText("effect");
        if ((!key.isEmpty() && !key.equals(narrow.findText("key")))
                || (!effect.isEmpty() && !effect.equals(narrow.findText("effect")))) {
            return false;
        }
        Long seconds = wide.findLong("tolerationSeconds");
        Long wanted = narrow.findLong("tolerationSeconds");
        if (effect.equals("NoExecute") && seconds != null && (wanted == null || wanted > seconds)) {
            return false;
        }
        return switch (wide.findText("operator")) {
            case "", "Equal" -> wide.findText("value").equals(narrow.findText("value"));
            case "Exists" -> true;
            default -> false;
        };
    }

    /** Whether one of the tolerations is for evictions because of a taint. */
    static boolean cover(ListNode tolerations, String taint) {
        return tolerations.stream().anyMatch(one -> {
            String key = one.findText("key");
            String effect = one.findText("effect");
            return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
        });
    }
}
