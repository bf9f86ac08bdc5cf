package dev.drydock.kubernetes.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTypesTest {

    private static final GroupVersionKind DEPLOYMENT = new GroupVersionKind("apps", "v1", "Deployment");

    private static Atom at(TypeRef type, String path) {
        Atom atom = type.atom();
        for (String key : path.split("[.]", -1)) {
            TypeRef next = key.equals("[]")
                    ? Objects.requireNonNull(atom.list()).element()
                    : Objects.requireNonNull(Objects.requireNonNull(atom.map()).typeOf(key), key);
            atom = next.atom();
        }
        return atom;
    }

    @ParameterizedTest
    @CsvSource({
        "spec.template.spec.containers, true, name",
        "spec.template.spec.containers.[].ports, true, containerPort protocol",
        "spec.template.spec.tolerations, false, ''",
        "metadata.finalizers, true, ''",
    })
    void knows_how_lists_are_owned(String path, boolean associative, String keys) {
        ListType list = Objects.requireNonNull(
                at(SchemaTypes.builtIn().find(DEPLOYMENT).orElseThrow(), path).list());

        assertThat(list.associative()).isEqualTo(associative);
        assertThat(String.join(" ", list.keys())).isEqualTo(keys);
    }

    @Test
    void knows_maps_that_are_owned_as_a_whole() {
        TypeRef type = SchemaTypes.builtIn().find(DEPLOYMENT).orElseThrow();

        assertThat(Objects.requireNonNull(at(type, "spec.selector").map()).atomic())
                .isTrue();
        assertThat(Objects.requireNonNull(at(type, "metadata.labels").map()).atomic())
                .isFalse();
        assertThat(at(type, "spec.template.spec.containers.[].resources.limits.cpu")
                        .scalar())
                .isEqualTo(Scalar.UNTYPED);
    }

    @Test
    void types_may_refer_to_themselves() {
        GroupVersionKind crd = new GroupVersionKind("apiextensions.k8s.io", "v1", "CustomResourceDefinition");
        TypeRef type = SchemaTypes.builtIn().find(crd).orElseThrow();

        assertThat(at(type, "spec.versions.[].schema.openAPIV3Schema.properties.a.properties.b.type")
                        .scalar())
                .isEqualTo(Scalar.STRING);
    }

    @Test
    void an_empty_object_has_the_structs_that_are_no_pointers() {
        MapNode empty = SchemaTypes.builtIn().emptyObject(DEPLOYMENT);

        assertThat(empty.find("spec", "strategy")).hasToString("{}");
        assertThat(empty.find("spec", "template", "spec", "containers")).hasToString("null");
        assertThat(empty.find("spec", "replicas")).isNull();
    }

    @Test
    void custom_kinds_have_metadata_and_embedded_objects() {
        GroupVersionKind kind = new GroupVersionKind("lab.example.com", "v1", "Widget");
        MapNode schema = (MapNode) YamlReader.read(
                "{type: object, properties: {spec: {type: object, properties: {t: {type: object,"
                        + " x-kubernetes-embedded-resource: true, x-kubernetes-preserve-unknown-fields: true}}}}}",
                "test",
                YamlMode.KUBERNETES);
        SchemaTypes types = SchemaTypes.builtIn().with(kind, schema);

        TypeRef type = types.find(kind).orElseThrow();
        assertThat(at(type, "metadata.labels").map()).isNotNull();
        assertThat(at(type, "spec.t.metadata.labels.x").scalar()).isEqualTo(Scalar.STRING);
        assertThat(at(type, "spec.t.whatever.deep")).isSameAs(TypeRef.DEDUCED.atom());
        assertThat(Objects.requireNonNull(at(type, "spec").map()).typeOf("nope"))
                .isNull();
        assertThat(types.isBuiltIn(kind)).isFalse();
        assertThat(types.without(kind).find(kind)).isEmpty();
    }

    @Test
    void definitions_are_those_of_the_release() throws IOException {
        Path schemas = Path.of(System.getProperty("drydock.shared", "none"), "data", "api-1.36", "schemas.json");
        assumeTrue(Files.exists(schemas), "the shared schemas are not here");
        MapNode all = (MapNode) JsonReader.read(Files.readString(schemas), "schemas.json");

        all.forEach((name, schema) -> {
            if (!name.startsWith("io.fluxcd.")) {
                assertThat(SchemaTypes.definition(name).orElseThrow())
                        .as(name)
                        .isEqualTo(((MapNode) schema).without("x-kubernetes-group-version-kind"));
            }
        });
    }
}
