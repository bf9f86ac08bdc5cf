package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomResourceDefinitionRulesTest {

    private static final String AT = "spec.validation.openAPIV3Schema.properties[spec].properties[a]";

    private final CustomResourceDefinitionRules rules = new CustomResourceDefinitionRules();

    private static MapNode yaml(String text) {
        return (MapNode) YamlReader.read(text, "test", YamlMode.KUBERNETES);
    }

    /** A definition whose field {@code a} has a schema. */
    private static MapNode withField(String schema) {
        return yaml("""
                metadata: {name: widgets.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
                  conversion: {strategy: None}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties:
                          spec: {type: object, properties: {a: SCHEMA}}
                """.replace("SCHEMA", schema));
    }

    private String wrongOnCreate(MapNode definition) {
        return String.join("; ", errors(definition));
    }

    private List<String> errors(MapNode definition) {
        return rules.validateCreate(rules.prepareForCreate(definition)).list().stream()
                .map(error -> error.toString().replace(AT, "A"))
                .toList();
    }

    @Nested
    class Schemas {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\u0001',
                value = {
                    "{type: string}|",
                    "{description: x}|A.type: Required value: must not be empty for specified object fields",
                    "{type: int}|A.type: Unsupported value: \"int\": supported values: \"array\", \"boolean\", \"integer\","
                            + " \"number\", \"object\", \"string\"",
                    "{type: array}|A.items: Required value: must be specified",
                    "{type: object, properties: {b: {type: string}}, additionalProperties: {type: string}}"
                            + "|A.additionalProperties: Forbidden: additionalProperties and properties are mutual exclusive",
                    "{type: string, anyOf: [{type: string}]}|A.anyOf[0].type: Forbidden: must be empty to be structural",
                    "{x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}|",
                    "{type: string, pattern: '('}|A.pattern: Invalid value: \"(\": must be a valid regular expression, but"
                            + " isn't: error parsing regexp: missing closing ): `(`",
                    "{type: array, uniqueItems: true, items: {type: string}}|A.uniqueItems: Forbidden: uniqueItems cannot be"
                            + " set to true since the runtime complexity becomes quadratic",
                    "{type: array, x-kubernetes-list-type: map, items: {type: object, properties: {k: {type: string}}}}"
                            + "|A.x-kubernetes-list-map-keys: Required value: must not be empty if x-kubernetes-list-type"
                            + " is map",
                    "{type: string, default: 1}|A.default: Invalid value: \"integer\":  in body must be of type string:"
                            + " \"integer\"",
                    "{type: object, default: {z: 1}, properties: {b: {type: string}}}|A.default: Invalid value: {\"z\":1}:"
                            + " must not have unknown fields",
                    "{type: integer, default: 3, x-kubernetes-validations: [{rule: self > 5}]}|A.default: Invalid value: 3:"
                            + " failed rule: self > 5",
                })
        void of_fields_are_structural(String schema, String error) {
            assertThat(wrongOnCreate(withField(schema))).isEqualTo(error == null ? "" : error);
        }

        @Test
        void that_only_one_version_has_are_named_by_their_version() {
            MapNode definition = withField("{type: string}");
            MapNode second = yaml("""
                    {name: v2, served: true, schema: {openAPIV3Schema: {type: object, nullable: true}}}
                    """);
            definition = definition.with(
                    List.of("spec", "versions"),
                    definition.findList("spec", "versions").plus(second));

            assertThat(errors(definition))
                    .containsExactly(
                            "spec.versions[1].schema.openAPIV3Schema.nullable: Forbidden: nullable cannot be true"
                                    + " at the root");
        }
    }

    @Nested
    class Rules {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\u0001',
                value = {
                    "{rule: self > 0}|",
                    "{rule: ' '}|rule: Required value: rule is not specified",
                    "{rule: self > 0, message: \"a\\nb\"}|message: Invalid value: \"a\\nb\": must not contain line breaks",
                    "{rule: self > 0, reason: Bad}|reason: Unsupported value: \"Bad\": supported values:"
                            + " \"FieldValueDuplicate\", \"FieldValueForbidden\", \"FieldValueInvalid\","
                            + " \"FieldValueRequired\"",
                    "{rule: self > 0, optionalOldSelf: true}|optionalOldSelf: Invalid value: true: may not be set if oldSelf"
                            + " is not used in rule",
                    "{rule: self}|rule: Invalid value: {\"Rule\":\"self\",\"Message\":\"\",\"MessageExpression\":\"\","
                            + "\"Reason\":null,\"FieldPath\":\"\",\"OptionalOldSelf\":null}: cel expression must evaluate"
                            + " to a bool",
                })
        void must_have_a_form_and_a_type(String rule, String error) {
            String expected = error == null ? "" : "A.x-kubernetes-validations[0]." + error;

            assertThat(wrongOnCreate(withField("{type: integer, x-kubernetes-validations: [" + rule + "]}")))
                    .isEqualTo(expected);
        }

        @Test
        void may_not_cost_too_much_alone_nor_together() {
            String list = "{type: array, items: {type: array, items: {type: string, x-kubernetes-validations:"
                    + " [{rule: \"self.contains('x')\"}]}}}";

            assertThat(errors(withField(list)))
                    .hasSize(3)
                    .first()
                    .asString()
                    .startsWith("A.items.items.x-kubernetes-validations[0].rule: Forbidden: estimated rule cost exceeds"
                            + " budget by factor of ");
        }

        @Test
        void about_older_values_need_parts_that_can_be_told_apart() {
            String list = "{type: array, maxItems: 5, items: {type: integer, x-kubernetes-validations:"
                    + " [{rule: self > oldSelf}]}}";

            assertThat(errors(withField(list)))
                    .containsExactly(
                            "A.items.x-kubernetes-validations[0].rule: Invalid value: \"self > oldSelf\": oldSelf"
                                    + " cannot be used on the uncorrelatable portion of the schema within A");
        }
    }

    @Nested
    class Updates {

        @Test
        void leave_alone_what_was_wrong_before() {
            MapNode old = rules.prepareForCreate(withField("{type: int}"));

            assertThat(rules.validateUpdate(old, old).isEmpty()).isTrue();
            assertThat(rules.validateUpdate(old, rules.prepareForCreate(withField("{type: string}")))
                            .message())
                    .contains("Unsupported value: \"int\"");
        }

        @Test
        void keep_versions_in_which_objects_may_be_stored() {
            MapNode old = rules.prepareForCreate(withField("{type: string}"));
            MapNode renamed = old.with(
                    List.of("spec", "versions"),
                    old.findList("spec", "versions").map(version -> ((MapNode) version).with("name", "v2")));

            assertThat(rules.validateUpdate(rules.prepareForUpdate(renamed, old), old)
                            .message())
                    .startsWith("status.storedVersions[0]: Invalid value: \"v1\": missing from spec.versions;");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{x-kubernetes-int-or-string: true, default: true}|",
                "{type: integer, format: bogus, default: 1h}|Invalid value: \"string\":  in body must be of type integer:"
                        + " \"string\"",
                "{type: string, format: int32, default: 5}|Invalid value: \"int64\":  in body must be of type int32:"
                        + " \"int64\"",
            })
    void defaults_meet_the_schema_as_it_is_written(String schema, String error) {
        String wrong = wrongOnCreate(withField(schema));

        assertThat(wrong).isEqualTo(error == null ? "" : "A.default: " + error);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "{type: string, format: nonsense}|unrecognized format \"nonsense\"",
                "{type: string, format: date-time}|",
                "{type: array, x-kubernetes-list-type: set, items: {type: array, items: {type: string}}}|",
            })
    void warns_of_what_does_less_than_it_seems(String schema, String warning) {
        assertThat(rules.warningsOnCreate(withField(schema))).isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "http://a.example|'https' is the only allowed URL scheme",
                "https:///path|host must be specified",
                "https://u@a.example|user information is not permitted in the URL",
                "https://a.example?x=1|query parameters are not permitted in the URL",
                "://|url must be a valid URL: parse \"://\": missing protocol scheme",
            })
    void names_what_is_wrong_with_the_url_of_a_webhook(String url, String words) {
        MapNode conversion = yaml("""
                strategy: Webhook
                webhook: {conversionReviewVersions: [v1], clientConfig: {url: "URL"}}
                """.replace("URL", url));
        MapNode definition = withField("{type: string}").with(List.of("spec", "conversion"), conversion);

        assertThat(errors(definition)).singleElement().asString().contains(words);
    }
}
