package dev.drydock.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for every sequence of applies. */
class ApplyPropertiesTest {

    private static final String[] FIELDS = {"a", "b", "c", "d", "e", "f"};

    /** A configuration of some of the fields, nested in maps, lists by key and sets. */
    private static String configuration(Random random, List<String> fields, int value) {
        List<String> options = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (String field : fields) {
            switch (random.nextInt(3)) {
                case 0 -> options.add(field + ": '" + value + "'");
                case 1 -> parts.add("{name: " + field + ", weight: " + value + "}");
                default -> tags.add(field);
            }
        }
        // an empty map or list that others fill is owned by nobody, and so comes back with the next apply
        List<String> spec = new ArrayList<>();
        if (!options.isEmpty()) {
            spec.add("options: {" + String.join(", ", options) + "}");
        }
        if (!parts.isEmpty()) {
            spec.add("parts: [" + String.join(", ", parts) + "]");
        }
        if (!tags.isEmpty()) {
            spec.add("tags: [" + String.join(", ", tags) + "]");
        }
        return spec.isEmpty() ? "" : "spec: {" + String.join(", ", spec) + "}";
    }

    private static List<String> some(Random random, List<String> fields) {
        List<String> some = new ArrayList<>();
        for (String field : fields) {
            if (random.nextBoolean()) {
                some.add(field);
            }
        }
        return some;
    }

    private static Applier widget() {
        return Applier.custom("""
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      options: {type: object, additionalProperties: {type: string}}
                      tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                      parts:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items: {type: object, properties: {name: {type: string}, weight: {type: integer}}}
                """);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void the_same_apply_again_changes_nothing(long seed) {
        Random random = new Random(seed);
        Applier object = widget();
        for (int i = 0; i < 6; i++) {
            String manager = "m" + random.nextInt(3);
            String fields = configuration(random, some(random, List.of(FIELDS)), random.nextInt(2));
            MapNode once = object.force(manager, fields);

            assertThat(object.apply(manager, fields))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(once);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void applies_of_different_fields_commute(long seed) {
        Random random = new Random(seed);
        String first = configuration(random, List.of("a", "b", "c"), 1);
        String second = configuration(random, List.of("d", "e", "f"), 1);
        Applier one = widget();
        one.apply("m1", first);
        one.apply("m2", second);
        Applier other = widget();
        other.apply("m2", second);
        other.apply("m1", first);

        for (String manager : List.of("m1", "m2")) {
            assertThat(one.fieldsOf(manager, "Apply")).as("seed %d", seed).isEqualTo(other.fieldsOf(manager, "Apply"));
        }
        assertThat(values(one)).as("seed %d", seed).isEqualTo(values(other));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void what_everybody_gives_up_is_gone(long seed) {
        Random random = new Random(seed);
        Applier object = widget();
        for (int i = 0; i < 8; i++) {
            object.force("m" + random.nextInt(3), configuration(random, some(random, List.of(FIELDS)), i));
        }
        for (int i = 0; i < 3; i++) {
            object.apply("m" + i, "");
        }

        assertThat(values(object)).as("seed %d", seed).isEmpty();
        assertThat(object.live().find("metadata", "managedFields"))
                .as("seed %d", seed)
                .isNull();
    }

    private static Set<String> values(Applier object) {
        Set<String> values = new TreeSet<>();
        MapNode spec = object.live().findMap("spec");
        spec.findMap("options").forEach((key, value) -> values.add("option " + key + value));
        spec.findList("parts").forEach(part -> values.add("part " + part));
        spec.findList("tags").forEach(tag -> values.add("tag " + tag));
        return values;
    }
}
