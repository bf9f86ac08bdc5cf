package dev.drydock.scenario.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.scenario.ScenarioReader;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the published JSON Schema and the parser together. */
class ShapeTest {

    private static MapNode definitions() throws IOException {
        try (InputStream schema = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
            String text = new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8);
            return JsonReader.read(text, "scenario.schema.json").findMap("$defs");
        }
    }

    static Iterable<Shape> shapes() {
        return Shape.all().values();
    }

    @Test
    void the_schema_defines_every_shape_of_the_parser_and_no_other() throws IOException {
        assertThat(new TreeSet<>(definitions().keys()))
                .isEqualTo(new TreeSet<>(Shape.all().keySet()));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void a_definition_allows_and_requires_what_the_parser_does(Shape shape) throws IOException {
        Node definition = definitions().findMap(shape.name());
        assertThat(definition.findMap("properties").keys()).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(definition.findList("required").strings()).containsExactlyInAnyOrderElementsOf(shape.required());
        assertThat(definition.find("additionalProperties")).hasToString("false");
    }
}
