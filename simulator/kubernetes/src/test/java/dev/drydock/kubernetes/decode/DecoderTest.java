package dev.drydock.kubernetes.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {

    private static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");
    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");

    private static Decoded json(String text, GroupVersionKind kind, FieldValidation validation) {
        return Decoder.decode(new RequestBody.Text(text, "application/json"), kind, validation);
    }

    private static String refusal(Decoded decoded) {
        return ((Decoded.Refused) decoded).status().message();
    }

    private static Decoded.Read read(Decoded decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Read.class);
        return (Decoded.Read) decoded;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{\"spec\":{\"replicas\":\"3\"}}|json: cannot unmarshal string into Go struct field"
                        + " DeploymentSpec.spec.replicas of type int32",
                "{\"spec\":{\"replicas\":1.5}}|json: cannot unmarshal number 1.5 into Go struct field"
                        + " DeploymentSpec.spec.replicas of type int32",
                "{\"metadata\":{\"labels\":{\"a\":1}}}|json: cannot unmarshal number into Go struct field"
                        + " ObjectMeta.metadata.labels of type string",
                "{\"metadata\":{\"labels\":[]}}|json: cannot unmarshal array into Go struct field"
                        + " ObjectMeta.metadata.labels of type map[string]string",
                "{\"spec\":[]}|json: cannot unmarshal array into Go struct field Deployment.spec of type v1.DeploymentSpec",
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"ports\":[{\"containerPort\":\"x\"}]}]}}}}|json: cannot"
                        + " unmarshal string into Go struct field"
                        + " ContainerPort.spec.template.spec.containers.ports.containerPort of type int32",
                "{\"metadata\":{\"creationTimestamp\":\"yesterday\"}}|parsing time \"yesterday\" as"
                        + " \"2006-01-02T15:04:05Z07:00\": cannot parse \"yesterday\" as \"2006\"",
            })
    void tells_of_values_of_wrong_types_as_go_does(String text, String error) {
        assertThat(refusal(json(text, DEPLOYMENT, FieldValidation.WARN)))
                .isEqualTo("Deployment in version \"v1\" cannot be handled as a Deployment: " + error);
    }

    @Test
    void refuses_unknown_and_repeated_fields_in_the_order_of_the_text() {
        String text = "{\"spec\":{\"foo\":1,\"replicas\":1,\"replicas\":2},\"bar\":1}";

        assertThat(refusal(json(text, DEPLOYMENT, FieldValidation.STRICT)))
                .endsWith("strict decoding error: unknown field \"spec.foo\", duplicate field \"spec.replicas\","
                        + " unknown field \"bar\"");
    }

    @Test
    void warns_of_unknown_fields_and_drops_them() {
        Decoded.Read read = read(json("{\"data\":{\"a\":\"b\"},\"spec\":{}}", CONFIG_MAP, FieldValidation.WARN));

        assertThat(read.problems()).isEqualTo(List.of("unknown field \"spec\""));
        assertThat(read.object().has("spec")).isFalse();
    }

    @Test
    void takes_a_missing_type_from_the_request() {
        Decoded.Read read = read(json("{\"metadata\":{\"name\":\"x\"}}", CONFIG_MAP, FieldValidation.STRICT));

        assertThat(read.object().findString("kind")).isEqualTo("ConfigMap");
        assertThat(read.object().findString("apiVersion")).isEqualTo("v1");
    }

    @Test
    void keeps_what_go_keeps_and_leaves_out_what_it_leaves_out() {
        String text =
                "{\"spec\":{\"replicas\":0,\"paused\":false,\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\","
                        + "\"resources\":{\"limits\":{\"cpu\":0.5,\"memory\":\"1024Mi\"}}}],\"nodeSelector\":{}}}}}";

        Decoded.Read read = read(json(text, DEPLOYMENT, FieldValidation.STRICT));

        assertThat(read.object().find("spec"))
                .hasToString("{\"replicas\":0,\"selector\":null,\"template\":{\"metadata\":{},\"spec\":{\"containers\":"
                        + "[{\"name\":\"c\",\"resources\":{\"limits\":{\"cpu\":\"500m\",\"memory\":\"1Gi\"}}}]}},"
                        + "\"strategy\":{}}");
    }

    @Test
    void names_the_kind_that_is_not_known() {
        assertThat(refusal(json("{\"apiVersion\":\"v1\",\"kind\":\"Foo\"}", CONFIG_MAP, FieldValidation.WARN)))
                .isEqualTo(
                        "Foo in version \"v1\" cannot be handled as a ConfigMap: no kind \"Foo\" is registered for version"
                                + " \"v1\" in scheme \"pkg/runtime/scheme.go:111\"");
    }

    @Test
    void shows_the_first_bytes_of_what_is_no_json() {
        assertThat(refusal(json("<html></html>", CONFIG_MAP, FieldValidation.WARN)))
                .isEqualTo(
                        "the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; json"
                                + " parse error: invalid character '<' looking for beginning of value"
                                + " (3c68746d6c3e3c2f68746d6c3e)");
    }

    @Test
    void lists_repeated_keys_of_yaml_line_by_line() {
        String text = "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: b\n  a: c\n";

        assertThat(refusal(Decoder.decode(
                        new RequestBody.Text(text, "application/yaml"), CONFIG_MAP, FieldValidation.STRICT)))
                .endsWith("strict decoding error: yaml: unmarshal errors:\n  line 5: key \"a\" already set in map");
    }
}
