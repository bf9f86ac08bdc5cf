package dev.drydock.kubernetes.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreTest {

    private static final String MAPS = "configmaps";

    private final Store store = new Store();

    private static MapNode object(String namespace, String name) {
        return MapNode.of("metadata", MapNode.of("namespace", namespace, "name", name));
    }

    private void put(Store into, String namespace, String name) {
        into.put(MAPS, new NamespacedName(namespace, name), object(namespace, name));
    }

    private static List<String> names(List<MapNode> objects) {
        return objects.stream()
                .map(object -> object.findString("metadata", "namespace") + "/" + object.findString("metadata", "name"))
                .toList();
    }

    @Test
    void every_write_takes_the_next_revision() {
        long before = store.revision();

        put(store, "a", "one");
        store.remove(MAPS, new NamespacedName("a", "one"));

        assertThat(store.revision()).isEqualTo(before + 2);
    }

    @Test
    void a_stored_object_carries_its_revision() {
        put(store, "a", "one");

        assertThat(store.get(MAPS, new NamespacedName("a", "one"))
                        .orElseThrow()
                        .findString("metadata", "resourceVersion"))
                .isEqualTo(Long.toString(store.revision()));
    }

    @Test
    void lists_by_namespace_and_name() {
        put(store, "b", "two");
        put(store, "a", "z");
        put(store, "a", "c");

        assertThat(names(store.list(MAPS, ""))).containsExactly("a/c", "a/z", "b/two");
        assertThat(names(store.list(MAPS, "b"))).containsExactly("b/two");
    }

    @Test
    void a_fork_and_its_origin_do_not_see_each_others_writes() {
        put(store, "a", "shared");
        Store fork = store.fork();

        put(fork, "a", "of-the-fork");
        put(store, "a", "of-the-origin");
        fork.remove(MAPS, new NamespacedName("a", "shared"));

        assertThat(names(fork.list(MAPS, "a"))).containsExactly("a/of-the-fork");
        assertThat(names(store.list(MAPS, "a"))).containsExactly("a/of-the-origin", "a/shared");
    }

    @Test
    void a_note_of_what_is_read_otherwise_goes_with_the_object() {
        NamespacedName name = new NamespacedName("a", "one");
        put(store, "a", "one");
        store.note(MAPS, name, true);
        Store fork = store.fork();

        store.remove(MAPS, name);

        assertThat(store.isReadOtherwise(MAPS, name)).isFalse();
        assertThat(fork.isReadOtherwise(MAPS, name)).isTrue();
    }
}
