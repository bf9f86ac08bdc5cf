package dev.drydock.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.helm.ChartValues.SetKind;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseValuesTest {

    @ParameterizedTest(name = "{0} of {1} sets {2}")
    @CsvSource(
            delimiter = '~',
            value = {
                "TYPED~a=1,b=true,c=null~{\"a\":1,\"b\":true,\"c\":null}",
                "TYPED~a.b[1].c=x~{\"a\":{\"b\":[null,{\"c\":\"x\"}]}}",
                "TYPED~a={1,x}~{\"a\":[1,\"x\"]}",
                "TYPED~a=x\\,y~{\"a\":\"x,y\"}",
                "TYPED~a=007~{\"a\":\"007\"}",
                "STRING~a=1~{\"a\":\"1\"}",
                "LITERAL~a.b=x,y=z~{\"a\":{\"b\":\"x,y=z\"}}",
                "JSON~a={\"x\":[1]},b=2~{\"a\":{\"x\":[1.0]},\"b\":2.0}"
            })
    void expressions_set_values(SetKind kind, String expression, String values) {
        assertThat(ChartValues.set("", expression, kind).toString()).isEqualTo(values);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '~',
            value = {
                "a~key \"a\" has no value",
                "a={x~list must terminate with '}'",
                "a[x]=1~error parsing index: strconv.Atoi: parsing \"x\": invalid syntax",
                "a[-1]=x~negative -1 index not allowed",
                "s.x=1~unable to parse key: interface conversion: interface {} is string, not map[string]interface {}"
            })
    void expressions_can_be_wrong(String expression, String message) {
        assertThatThrownBy(() -> ChartValues.set("s: text", expression, SetKind.TYPED))
                .hasMessage(message);
    }

    @Nested
    class Sources {

        private static final Map<String, String> DATA =
                Map.of("values.yaml", "a: 1\nb: {c: 2}", "token", "p,q", "bad", "- 1");

        private static String compose(MapNode inline, ReleaseValues.Source... sources) {
            return ReleaseValues.compose(
                            "ns",
                            inline,
                            List.of(sources),
                            (kind, name) -> name.equals("here") ? Optional.of(DATA) : Optional.empty())
                    .toNode()
                    .toString();
        }

        private static ReleaseValues.Source source(
                String name, String key, String path, boolean literal, boolean optional) {
            return new ReleaseValues.Source("Secret", name, key, path, literal, optional);
        }

        @Test
        void lie_below_the_inline_values() {
            assertThat(compose(MapNode.of("b", MapNode.of("c", 3L)), source("here", "values.yaml", "", false, false)))
                    .isEqualTo("{\"a\":1.0,\"b\":{\"c\":3.0}}");
        }

        @Test
        void can_be_set_at_a_path() {
            assertThat(compose(MapNode.EMPTY, source("here", "token", "x.y", true, false)))
                    .isEqualTo("{\"x\":{\"y\":\"p,q\"}}");
        }

        @Test
        void can_be_missing_when_they_are_optional() {
            assertThat(compose(MapNode.EMPTY, source("gone", "k", "", false, true)))
                    .isEqualTo("{}");
        }

        @ParameterizedTest(name = "{0}/{1}: {2}")
        @CsvSource(
                delimiter = '~',
                value = {
                    "gone~k~could not resolve Secret chart values reference 'ns/gone' with key 'k': secrets \"gone\" not found",
                    "here~k~could not resolve Secret chart values reference 'ns/here' with key 'k': key not found",
                    "here~bad~could not resolve Secret chart values reference 'ns/here' with key 'bad': error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go value of type common.Values"
                })
        void are_refused_in_the_words_of_flux(String name, String key, String message) {
            assertThatThrownBy(() -> compose(MapNode.EMPTY, source(name, key, "", false, false)))
                    .isInstanceOf(ValuesException.class)
                    .hasMessage(message);
        }
    }

    @Test
    void no_values_have_the_digest_of_nothing() {
        assertThat(ReleaseValues.NONE.digest())
                .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
