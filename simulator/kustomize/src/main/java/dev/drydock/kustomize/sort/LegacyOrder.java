package dev.drydock.kustomize.sort;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.fieldspec.KindOrder;
import dev.drydock.kustomize.identity.Gvk;
import dev.drydock.kustomize.identity.ResId;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders objects by the rank of their kinds; follows SortOrderTransformer.go. */
public final class LegacyOrder {

    private final Map<String, Integer> ranks = new HashMap<>();

    private LegacyOrder(List<String> first, List<String> last) {
        for (int i = 0; i < first.size(); i++) {
            ranks.put(first.get(i), i - first.size());
        }
        for (int i = 0; i < last.size(); i++) {
            ranks.put(last.get(i), 1 + i);
        }
    }

    /** Orders by the ranks that kustomize brings. */
    public static void sort(ResourceMap resources) {
        new LegacyOrder(KindOrder.FIRST, KindOrder.LAST).apply(resources);
    }

    /**
     * Orders as the field {@code sortOptions} says.
     *
     * @throws KustomizeException when it says something else than fifo or legacy
     */
    public static void sort(ResourceMap resources, MapNode sortOptions) {
        String order = sortOptions.findString("order");
        @Nullable Node lists = sortOptions.get("legacySortOptions");
        if (!"fifo".equals(order) && !"legacy".equals(order)) {
            throw new KustomizeException("the field 'sortOptions.order' must be one of [fifo, legacy]");
        }
        if ("legacy".equals(order)) {
            if (lists == null) {
                sort(resources);
            } else {
                new LegacyOrder(
                                lists.findList("orderFirst").strings(),
                                lists.findList("orderLast").strings())
                        .apply(resources);
            }
        } else if (lists != null) {
            throw new KustomizeException(
                    "the field 'sortOptions.legacySortOptions' is set but the selected sort order is"
                            + " 'fifo', not 'legacy'");
        }
    }

    private void apply(ResourceMap resources) {
        List<Resource> sorted = new ArrayList<>(resources.resources());
        sorted.sort(Comparator.comparing(Resource::currentId, this::compare));
        resources.reorder(sorted);
    }

    private int compare(ResId a, ResId b) {
        if (!a.gvk().equals(b.gvk())) {
            return compare(a.gvk(), b.gvk());
        }
        return text(a).compareTo(text(b));
    }

    private int compare(Gvk a, Gvk b) {
        int byRank = Integer.compare(ranks.getOrDefault(a.kind(), 0), ranks.getOrDefault(b.kind(), 0));
        if (byRank != 0) {
            return byRank;
        }
        boolean namespaces = a.kind().equals("Namespace")
                && b.kind().equals("Namespace")
                && (a.group().isEmpty() || b.group().isEmpty());
        int byText = a.sortText().compareTo(b.sortText());
        return namespaces ? -byText : byText;
    }

    private static String text(ResId id) {
        return id.gvk() + "|" + (id.namespace().isEmpty() ? "~X" : id.namespace()) + "|"
                + (id.name().isEmpty() ? "~N" : id.name());
    }
}
