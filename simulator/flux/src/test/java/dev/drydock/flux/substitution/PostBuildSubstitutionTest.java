package dev.drydock.flux.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.flux.Trees;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class PostBuildSubstitutionTest {

    private static final MapNode CONFIG_MAP = Trees.map("{data: {region: eu, zone: \"a\\n\"}}");
    private static final MapNode SECRET = Trees.map("{data: {region: dXM=}}");
    private static final MapNode OBJECT =
            Trees.map("{apiVersion: v1, kind: ConfigMap, metadata: {name: x}, data: {at: 'at-${region}-${zone}'}}");

    private static MapNode apply(String postBuild, MapNode object, boolean strict) {
        VariableSource source = (kind, namespace, name) -> name.equals("vars")
                ? VariableSource.Read.of(kind.equals("Secret") ? SECRET : CONFIG_MAP)
                : VariableSource.Read.failed("configmaps \"" + name + "\" not found", true);
        return new PostBuildSubstitution(Trees.map(postBuild), "team", source, strict).apply(object);
    }

    @Test
    void inline_values_win_over_later_references_and_those_over_earlier_ones() {
        String references = "substituteFrom: [{kind: ConfigMap, name: vars}, {kind: Secret, name: vars}]";

        assertThat(apply("{" + references + "}", OBJECT, false).findString("data", "at"))
                .isEqualTo("at-us-a");
        assertThat(apply("{" + references + ", substitute: {region: ap}}", OBJECT, false)
                        .findString("data", "at"))
                .isEqualTo("at-ap-a");
    }

    @Test
    void objects_may_opt_out() {
        MapNode object = OBJECT.with(
                "metadata", Trees.map("{name: x, labels: {kustomize.toolkit.fluxcd.io/substitute: disabled}}"));

        assertThat(apply("{substitute: {region: eu}}", object, true)).isSameAs(object);
    }

    @Test
    void nothing_happens_without_variables() {
        assertThat(apply("{}", OBJECT, true)).isSameAs(OBJECT);
        assertThat(apply("{substituteStrategy: Always}", OBJECT, false).findString("data", "at"))
                .isEqualTo("at--");
    }

    @Test
    void a_missing_reference_is_an_error_unless_optional() {
        assertThatThrownBy(() -> apply("{substituteFrom: [{kind: ConfigMap, name: nope}]}", OBJECT, false))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("substitute from 'ConfigMap/nope' error: configmaps \"nope\" not found");
        assertThat(apply("{substituteFrom: [{kind: ConfigMap, name: nope, optional: true}]}", OBJECT, false))
                .isSameAs(OBJECT);
    }

    @Test
    void names_are_checked() {
        assertThatThrownBy(() -> apply("{substitute: {a-b: x}}", OBJECT, false))
                .isInstanceOf(SubstitutionException.class)
                .hasMessage("envsubst error: 'a-b' var name is invalid, must match "
                        + "'^[_[:alpha:]][_[:alpha:][:digit:]]*$'");
    }
}
