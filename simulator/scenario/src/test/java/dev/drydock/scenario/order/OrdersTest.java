package dev.drydock.scenario.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.scenario.Scenario;
import dev.drydock.scenario.ScenarioReader;
import dev.drydock.scenario.run.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two Kustomizations wait for one source, so both begin at the same moment, in an order that is open. */
class OrdersTest {

    private static final String HEAD = """
            apiVersion: drydock.dev/v1alpha1
            kind: Scenario
            metadata: {name: two}
            spec:
              profile: {tenancy: open}
              repositories: [{url: https://git.example.com/both.git, directory: both}]
              steps:
                - name: Both begin at once
                  do: [{apply: {file: flux.yaml}}, {advance: 2m}]
            """;

    private static final String KUSTOMIZATION = """
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: NAME, namespace: default}
            spec: {interval: 10h, prune: true, path: ./NAME, sourceRef: {kind: GitRepository, name: both}}
            ---
            """;

    private static final String SOURCE = """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata: {name: both, namespace: default}
            spec: {interval: 10h, url: https://git.example.com/both.git, ref: {branch: main}}
            """;

    private static final String SHARED_IS_TWO = """
                  expect:
                    - object: {apiVersion: v1, kind: ConfigMap, metadata: {name: shared, namespace: default}, data: {by: two}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void writes_the_objects_of_flux() throws IOException {
        Files.writeString(
                folder.resolve("flux.yaml"),
                KUSTOMIZATION.replace("NAME", "one") + KUSTOMIZATION.replace("NAME", "two") + SOURCE);
    }

    private Scenario scenario(String nameOfOne, String nameOfTwo, String checks) throws IOException {
        applies("one", nameOfOne);
        applies("two", nameOfTwo);
        return ScenarioReader.read(Files.writeString(folder.resolve("x.scenario.yaml"), HEAD + checks))
                .get(0);
    }

    private void applies(String by, String name) throws IOException {
        Path file = folder.resolve("both/" + by + "/config-map.yaml");
        Files.createDirectories(folder.resolve("both/" + by));
        Files.writeString(file, """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: NAME, namespace: default}
                data: {by: BY}
                """.replace("NAME", name).replace("BY", by));
    }

    @Test
    void finds_the_check_that_two_owners_of_one_object_decide_by_their_order() throws IOException {
        OrderResult result = Orders.of(6).run(scenario("shared", "shared", SHARED_IS_TWO));
        assertThat(result.plain().verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.changesVerdict()).isTrue();
        OrderDifference check = result.differences().get(0);
        assertThat(check.subject()).isEqualTo("step 1, check 1, object ConfigMap/default/shared");
        assertThat(check.one().seed()).isZero();
        assertThat(check.one().found()).startsWith("held");
        assertThat(check.other().seed()).isPositive();
        assertThat(check.other().found()).isEqualTo("failed\ndata.by: \"one\", expected \"two\"");
    }

    @Test
    void shows_where_the_traces_part() throws IOException {
        OrderDifference check = Orders.of(6)
                .run(scenario("shared", "shared", SHARED_IS_TWO))
                .differences()
                .get(0);
        assertThat(check.one().parting().get(0).subject()).isEqualTo("Kustomization/default/one");
        assertThat(check.other().parting().get(0).subject()).isEqualTo("Kustomization/default/two");
        assertThat(check.other().parting().get(0).text()).contains("ConfigMap/default/shared created");
    }

    @Test
    void finds_the_object_when_nothing_is_checked() throws IOException {
        OrderResult result = Orders.of(6).run(scenario("shared", "shared", ""));
        assertThat(result.changesVerdict()).isFalse();
        assertThat(result.differences()).hasSize(1);
        OrderDifference object = result.differences().get(0);
        assertThat(object.subject()).isEqualTo("data.by of ConfigMap/default/shared");
        assertThat(object.one().found()).isEqualTo("\"two\"");
        assertThat(object.other().found()).isEqualTo("\"one\"");
    }

    @Test
    void finds_nothing_when_each_owns_its_object() throws IOException {
        OrderResult result = Orders.of(6).run(scenario("shared-1", "shared", SHARED_IS_TWO));
        assertThat(result.plain().verdict()).isEqualTo(Verdict.HELD);
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void says_the_same_each_time() throws IOException {
        Scenario scenario = scenario("shared", "shared", SHARED_IS_TWO);
        Orders orders = Orders.of(6);
        assertThat(orders.run(scenario).differences())
                .isEqualTo(orders.run(scenario).differences());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 1001})
    void refuses_a_number_that_compares_nothing_or_too_much(int count) {
        assertThatThrownBy(() -> Orders.of(count))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 2 to 1000");
    }
}
