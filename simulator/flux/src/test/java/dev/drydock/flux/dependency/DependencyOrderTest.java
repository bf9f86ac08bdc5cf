package dev.drydock.flux.dependency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.Trees;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DependencyOrderTest {

    private static MapNode object(String name, String dependsOn) {
        return Trees.map("metadata: {name: " + name + ", namespace: team}\nspec: {dependsOn: [" + dependsOn + "]}");
    }

    private static NamespacedName name(String name) {
        return NamespacedName.parse(name);
    }

    @Test
    void dependencies_come_first() {
        assertThat(DependencyOrder.sort(List.of(object("a", "{name: c}"), object("b", ""), object("c", "{name: b}"))))
                .contains(List.of(name("team/b"), name("team/c"), name("team/a")));
    }

    @Test
    void a_dependency_that_is_not_among_the_objects_is_part_of_the_order() {
        assertThat(DependencyOrder.sort(List.of(object("a", "{name: base, namespace: infra}"))))
                .contains(List.of(name("infra/base"), name("team/a")));
    }

    @Test
    void a_circle_has_no_order() {
        assertThat(DependencyOrder.sort(List.of(
                        object("x", ""), object("a", "{name: b}"), object("b", "{name: c}"), object("c", "{name: a}"))))
                .isEmpty();
        assertThat(DependencyOrder.sort(List.of(object("a", "{name: a}")))).isEmpty();
    }

    @Test
    void two_ways_to_one_dependency_are_no_circle() {
        assertThat(DependencyOrder.sort(
                        List.of(object("a", "{name: b}, {name: c}"), object("b", "{name: c}"), object("c", ""))))
                .contains(List.of(name("team/c"), name("team/b"), name("team/a")));
    }

    @Test
    void long_chains_are_walked() {
        List<MapNode> chain = IntStream.range(0, 20_000)
                .mapToObj(i -> object("k" + i, "{name: k" + (i + 1) + "}"))
                .toList();

        assertThat(DependencyOrder.sort(chain).orElseThrow())
                .hasSize(20_001)
                .first()
                .isEqualTo(name("team/k20000"));
    }
}
