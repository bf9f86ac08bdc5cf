package dev.drydock.kubernetes.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSetTest {

    private static FieldSet decode(String json) {
        return FieldsV1.decode((MapNode) JsonReader.read(json, "test"));
    }

    private static String encode(FieldSet set) {
        return FieldsV1.encode(set).toString();
    }

    @Test
    void a_parent_and_its_child_are_different_fields() {
        FieldSet both = decode("{\"f:a\":{\".\":{},\"f:b\":{}}}");
        FieldSet child = decode("{\"f:a\":{\"f:b\":{}}}");
        FieldSet parent = decode("{\"f:a\":{}}");

        assertThat(both.size()).isEqualTo(2);
        assertThat(both.difference(parent)).isEqualTo(child);
        assertThat(both.difference(child)).isEqualTo(parent);
        assertThat(child.union(parent)).isEqualTo(both);
        assertThat(both.leaves()).isEqualTo(child);
    }

    @Test
    void a_recursive_difference_takes_what_is_below() {
        FieldSet set = decode("{\"f:spec\":{\"f:x\":{}},\"f:status\":{\".\":{},\"f:y\":{\"f:z\":{}}}}");

        assertThat(encode(set.recursiveDifference(FieldSet.ofFields(new String[] {"status"}))))
                .isEqualTo("{\"f:spec\":{\"f:x\":{}}}");
    }

    @Test
    void elements_are_ordered_by_kind_and_then_by_content() {
        String json = "{\"f:a\":{\"f:b\":{},\"f:c\":{}},\"k:{\\\"a\\\":10}\":{\".\":{},\"f:x\":{}},"
                + "\"k:{\\\"a\\\":9,\\\"b\\\":1}\":{},\"v:1\":{},\"v:\\\"a\\\"\":{},\"i:3\":{}}";

        assertThat(encode(decode(json)))
                .isEqualTo("{\"f:a\":{\"f:b\":{},\"f:c\":{}},\"k:{\\\"a\\\":9,\\\"b\\\":1}\":{},"
                        + "\"k:{\\\"a\\\":10}\":{\".\":{},\"f:x\":{}},\"v:1\":{},\"v:\\\"a\\\"\":{},\"i:3\":{}}");
    }

    @Test
    void unknown_kinds_of_elements_are_dropped() {
        assertThat(encode(decode("{\"x:a\":{},\"f:b\":{}}"))).isEqualTo("{\"f:b\":{}}");
    }

    @Test
    void numbers_in_keys_are_compared_by_size() {
        PathElement integer = new PathElement.Value(ScalarNode.of(1));
        PathElement real = new PathElement.Value(ScalarNode.of(1.0));

        assertThat(integer).isEqualTo(real);
        assertThat(integer.compareTo(real)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void behaves_as_a_set_of_paths(int seed) {
        Random random = new Random(seed);
        Set<String> a = paths(random);
        Set<String> b = paths(random);
        FieldSet left = set(a);
        FieldSet right = set(b);

        assertThat(encode(FieldsV1.decode(FieldsV1.encode(left)))).isEqualTo(encode(left));
        Set<String> union = new TreeSet<>(a);
        union.addAll(b);
        assertThat(left.union(right)).as("union, seed %d", seed).isEqualTo(set(union));
        Set<String> intersection = new TreeSet<>(a);
        intersection.retainAll(b);
        assertThat(left.intersection(right)).as("intersection, seed %d", seed).isEqualTo(set(intersection));
        Set<String> difference = new TreeSet<>(a);
        difference.removeAll(b);
        assertThat(left.difference(right)).as("difference, seed %d", seed).isEqualTo(set(difference));
        difference.removeIf(path -> b.stream().anyMatch(other -> path.startsWith(other + "/")));
        assertThat(left.recursiveDifference(right))
                .as("recursive difference, seed %d", seed)
                .isEqualTo(set(difference));
        assertThat(left.union(left.intersection(right))).isSameAs(left);
    }

    private static Set<String> paths(Random random) {
        TreeSet<String> paths = new TreeSet<>();
        for (int i = 0; i < 15; i++) {
            List<String> path = new ArrayList<>();
            for (int depth = random.nextInt(3); depth >= 0; depth--) {
                path.add(String.valueOf((char) ('a' + random.nextInt(4))));
            }
            paths.add(String.join("/", path));
        }
        return paths;
    }

    private static FieldSet set(Set<String> paths) {
        return FieldSet.ofFields(paths.stream().map(path -> path.split("/", -1)).toArray(String[][]::new));
    }
}
