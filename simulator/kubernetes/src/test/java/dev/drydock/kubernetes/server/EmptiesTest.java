package dev.drydock.kubernetes.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class EmptiesTest {

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    @Test
    void remembers_what_the_document_has_as_empty_and_the_object_lacks() {
        Empties empties = new Empties();
        empties.note(json("{'spec': {'rules': [], 'a': [{'b': {}}]}}"), json("{'spec': {'a': [{}]}}"));

        assertThat(empties.restored(json("{'spec': {'a': [{'c': 1}]}}")))
                .isEqualTo(json("{'spec': {'a': [{'c': 1, 'b': {}}], 'rules': []}}"));
    }

    @Test
    void leaves_what_was_filled_in_since() {
        Empties empties = new Empties();
        empties.note(json("{'spec': {'ports': [], 'gone': {'x': {}}}}"), json("{'spec': {}}"));

        assertThat(empties.restored(json("{'spec': {'ports': [1]}}"))).isEqualTo(json("{'spec': {'ports': [1]}}"));
    }

    @Test
    void does_not_look_at_metadata_and_status() {
        Empties empties = new Empties();
        empties.note(json("{'metadata': {'labels': {}}, 'status': {'conditions': []}}"), json("{'metadata': {}}"));

        assertThat(empties.restored(json("{'metadata': {}}"))).isEqualTo(json("{'metadata': {}}"));
    }
}
