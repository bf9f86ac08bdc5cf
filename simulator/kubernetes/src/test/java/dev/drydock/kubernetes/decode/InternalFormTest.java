package dev.drydock.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InternalFormTest {

    private static Node json(String text) {
        return JsonReader.read(text.replace('\'', '"'), "object.json");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            core.v1.SeccompProfile | {'type': 'Localhost'}                   | {"Type":"Localhost","LocalhostProfile":null}
            core.v1.Toleration     | {'key': 'a', 'tolerationSeconds': 5}    | {"Key":"a","Operator":"","Value":"","Effect":"","TolerationSeconds":5}
            core.v1.ContainerPort  | {'containerPort': 80}                   | {"Name":"","HostPort":0,"ContainerPort":80,"Protocol":"","HostIP":""}
            core.v1.Capabilities   | {'add': ['NET_ADMIN']}                  | {"Add":["NET_ADMIN"],"Drop":null}
            """)
    void has_every_field_under_its_name_in_go(String struct, String value, String internal) {
        assertThat(JsonWriter.compact(InternalForm.of(struct, json(value)))).isEqualTo(internal);
    }

    @ParameterizedTest(name = "{1} and {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            core.v1.Capabilities         | {}                            | {'add': []}                     | true
            core.v1.ResourceRequirements | {'limits': {'cpu': '1'}}      | {'limits': {'cpu': '2'}}        | false
            core.v1.Toleration           | {'key': 'a'}                  | {'key': 'a', 'value': ''}       | true
            core.v1.Toleration           | {'tolerationSeconds': 0}      | {}                              | false
            """)
    void compares_as_semantic_equality_does(String struct, String one, String other, boolean same) {
        assertThat(InternalForm.same(struct, json(one), json(other))).isEqualTo(same);
    }
}
