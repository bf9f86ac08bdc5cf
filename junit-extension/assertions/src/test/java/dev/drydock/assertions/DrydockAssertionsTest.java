package dev.drydock.assertions;

import static dev.drydock.assertions.DrydockAssertions.assertThat;
import static dev.drydock.assertions.DrydockAssertions.assertThatRequests;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.scenario.Profile;
import dev.drydock.scenario.run.RequestResult;
import dev.drydock.scenario.testing.Cluster;
import dev.drydock.scenario.testing.Manifests;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each assertion holds where it should, and fails with what was expected, what was found and what to do next. */
class DrydockAssertionsTest {

    private static final UserInfo NOBODY = UserInfo.serviceAccount("default", "default");
    private static final String MAP = "ConfigMap/default/there";
    private static final String SOURCE = "GitRepository/default/apps";

    private Cluster cluster = Cluster.start(Profile.DEFAULT);

    @BeforeEach
    void begin() {
        cluster = Cluster.start(Profile.DEFAULT);
        cluster.admin().apply(Manifests.parse("""
                        {apiVersion: v1, kind: ConfigMap, metadata: {name: there, namespace: default}}
                        ---
                        apiVersion: source.toolkit.fluxcd.io/v1
                        kind: GitRepository
                        metadata: {name: apps, namespace: default}
                        spec: {interval: 1m, url: https://git.example.com/apps.git}
                        ---
                        apiVersion: source.toolkit.fluxcd.io/v1
                        kind: GitRepository
                        metadata: {name: resting, namespace: default}
                        spec: {interval: 1m, suspend: true, url: https://git.example.com/apps.git}
                        """));
        cluster.settle();
    }

    private static void assertFails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class).hasMessageContainingAll(parts);
    }

    @Test
    void outcomes_that_hold() {
        assertThat(cluster).outcomeOf(MAP).isAccepted();
        assertThat(cluster)
                .gitRepository("default/apps")
                .isStuck()
                .hasReason("GitOperationFailed")
                .messageContains("unable to clone")
                .messageMatches("failed to checkout .*");
        assertThat(cluster).outcomeOf("ConfigMap/default/nowhere").isAbsent();
        assertThat(cluster).gitRepository("default/resting").isSuspended();
    }

    static List<Arguments> outcomesThatFail() {
        return List.of(
                failing("Accepted", o -> o.isAccepted()),
                failing("Blocked", o -> o.isBlocked()),
                failing("Progressing", o -> o.isProgressing()),
                failing("Suspended", o -> o.isSuspended()),
                failing("does not exist", o -> o.isAbsent()),
                failing("reason Nothing", o -> o.hasReason("Nothing")),
                failing("message all well", o -> o.hasMessage("all well")),
                failing("message contains \"all well\"", o -> o.messageContains("all well")),
                failing("message matches /well/", o -> o.messageMatches("well")),
                failing("revision contains \"main@\"", o -> o.hasRevision("main@")),
                failing("inventory contains a_b__C", o -> o.inventoryContains("a_b__C")),
                failing("inventory is a_b__C", o -> o.inventoryIs("a_b__C")),
                failing("because contains \"the moon\"", o -> o.becauseContains("the moon")));
    }

    private interface Assertion {
        void on(OutcomeAssert outcome);
    }

    private static Arguments failing(String expected, Assertion assertion) {
        return Arguments.of(expected, assertion);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomesThatFail")
    void an_outcome_that_differs_shows_both_and_the_next_step(String expected, Assertion assertion) {
        assertFails(
                () -> assertion.on(assertThat(cluster).outcomeOf(SOURCE)),
                "outcome of " + SOURCE,
                expected,
                "Stuck",
                "GitOperationFailed",
                "cluster.object(\"" + SOURCE + "\")");
    }

    @Test
    void objects() {
        assertThat(cluster).hasObject(MAP).hasNoObject("ConfigMap/default/nowhere");
        assertFails(() -> assertThat(cluster).hasNoObject(MAP), MAP, "does not exist");
        assertFails(() -> assertThat(cluster).hasObject("ConfigMap/default/nowhere"), "no such object");
    }

    @Test
    void rights() {
        assertThat(cluster).allows(UserInfo.admin(), "get", "secrets", "").forbids(NOBODY, "get", "secrets", "default");
        assertFails(
                () -> assertThat(cluster).allows(NOBODY, "get", "secrets", "default"),
                "get secrets in default",
                "forbidden",
                "to allow");
        assertFails(
                () -> assertThat(cluster).forbids(UserInfo.admin(), "get", "secrets", ""),
                "at the cluster scope",
                "allowed");
    }

    @Test
    void requests() {
        List<RequestResult> refused = cluster.as(NOBODY)
                .tryApply(Manifests.parse(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: default}}"));
        List<RequestResult> accepted = cluster.admin()
                .tryApply(Manifests.parse(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: other, namespace: default}}"));

        assertThatRequests(refused).areBlocked().haveReason("Forbidden").messagesContain("cannot patch resource");
        assertThatRequests(accepted).areAccepted();
        assertFails(
                () -> assertThatRequests(refused).areAccepted(), "expected", "accepted", "403 Forbidden", "to allow");
        assertFails(() -> assertThatRequests(accepted).areBlocked(), "refused", "accepted");
        assertFails(() -> assertThatRequests(refused).haveReason("Invalid"), "reason Invalid");
        assertFails(() -> assertThatRequests(refused).messagesContain("moon"), "message contains \"moon\"");
        assertFails(() -> assertThatRequests(List.of()).areBlocked(), "no request was made");
    }

    /** What nothing serves is absent, and what nothing knows is forbidden, whatever the cluster is like. */
    @Test
    void negative_assertions_refuse_words_that_nothing_knows() {
        assertThatThrownBy(() -> assertThat(cluster).hasNoObject("ClusterRol/escalate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing served the kind of \"ClusterRol/escalate\"")
                .hasMessageContaining("did you mean \"ClusterRole\" (rbac.authorization.k8s.io/v1)?");
        assertThatThrownBy(
                        () -> assertThat(cluster).outcomeOf("Kustomizatio/a/b").isAbsent())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"Kustomization\"");
        assertThatThrownBy(() -> assertThat(cluster).forbids(NOBODY, "crate", "configmaps", "default"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"create\"?");
        assertThatThrownBy(() -> assertThat(cluster).forbids(NOBODY, "create", "clusterroles", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"clusterroles.rbac.authorization.k8s.io\"?");
    }

    @Test
    void what_is_missing_is_told_with_its_neighbour() {
        assertFails(
                () -> assertThat(cluster).gitRepository("default/app").isAccepted(),
                "found     no such object",
                "nearest   GitRepository.source.toolkit.fluxcd.io/default/apps",
                "cluster.causedLabels() names what is there");
        assertFails(
                () -> assertThat(cluster).hasObject("ConfigMap/default/their"), "nearest   ConfigMap/default/there");
    }

    /** The inventory belongs to an object that no controller changes. */
    @Test
    void inventories_are_named_as_in_scenarios() {
        cluster.admin().apply(Manifests.parse("""
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: widgets.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {kind: Widget, plural: widgets, singular: widget, listKind: WidgetList}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
                """));
        cluster.settle();
        cluster.admin().apply(Manifests.parse("""
                apiVersion: example.com/v1
                kind: Widget
                metadata: {name: maps, namespace: default}
                status:
                  inventory:
                    entries:
                      - {id: default_a__ConfigMap, v: v1}
                      - {id: _a__b_rbac.authorization.k8s.io_ClusterRole, v: v1}
                """));
        assertThat(cluster)
                .outcomeOf("Widget/default/maps")
                .inventoryIs("ConfigMap/default/a", "ClusterRole.rbac.authorization.k8s.io/a:b")
                .inventoryContains("default_a__ConfigMap", "_a__b_rbac.authorization.k8s.io_ClusterRole@v1");
        assertFails(
                () -> assertThat(cluster).outcomeOf("Widget/default/maps").inventoryIs("ConfigMap/default/b"),
                "expected  inventory is ConfigMap/default/b",
                "missing   ConfigMap/default/b",
                "too many  default_a__ConfigMap@v1");
    }
}
