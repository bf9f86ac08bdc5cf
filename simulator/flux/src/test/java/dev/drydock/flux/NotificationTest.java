package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTest {

    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");
    private static final GroupVersionKind RECEIVER =
            new GroupVersionKind("notification.toolkit.fluxcd.io", "v1", "Receiver");
    private static final String APP =
            "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: app, namespace: default},"
                    + " spec: {interval: 1h, prune: true, sourceRef: {kind: GitRepository, name: app}}}";

    private static final String ADMIN =
            "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: tenant}, roleRef:"
                    + " {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}, subjects: [{kind:"
                    + " ServiceAccount, name: default, namespace: default}]}";

    private final FluxWorld world = new FluxWorld(FluxProfile.lockdown());

    private List<String> complaints() {
        return complaints("kind: [", APP);
    }

    private List<String> complaints(String file, String kustomization) {
        world.push("https://git.example.com/app.git", java.util.Map.of("a.yaml", file))
                .apply(
                        "{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: app, namespace:"
                                + " default}, spec: {interval: 1h, ref: {branch: main}, url: 'https://git.example.com/app.git'}}");
        world.apply(kustomization).advance(40);
        return world.admin.list(EVENT, "default", "").object().findList("items").stream()
                .filter(event -> event.findText("involvedObject", "kind").equals("Alert"))
                .map(event -> event.findText("reason") + " " + event.findText("message"))
                .distinct()
                .toList();
    }

    private void alert(String more) {
        alert(more, "error");
    }

    private void alert(String more, String severity) {
        world.apply("{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Alert, metadata: {name: all, namespace:"
                + " default}, spec: {eventSeverity: " + severity
                + ", providerRef: {name: hook}, eventSources: [{kind: Kustomization,"
                + " name: '*'}]" + more + "}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "type: generic, address: 'not a url' | invalid hook URL not a url: parse \"not a url\": invalid URI for"
                        + " request",
                "type: slack, address: 'not a url' | invalid Slack hook URL not a url: 'parse \"not a url\": invalid URI for"
                        + " request'",
                "type: generic-hmac, address: 'https://hook.example.com/a' | HMAC key is empty"
            })
    void tells_why_no_notifier_can_be_made(String spec, String problem) {
        world.apply(
                "{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Provider, metadata: {name: hook, namespace:"
                        + " default}, spec: {" + spec + "}}");
        alert("");

        assertThat(complaints())
                .containsExactly(
                        "NotificationDispatchFailed failed to dispatch notification for Kustomization/default/app:"
                                + " failed to initialize notifier for provider 'hook': failed to initialize notifier: "
                                + problem);
    }

    @Test
    void misses_the_provider() {
        alert("");

        assertThat(complaints())
                .containsExactly(
                        "NotificationDispatchFailed failed to dispatch notification for Kustomization/default/app:"
                                + " failed to read provider: Provider.notification.toolkit.fluxcd.io \"hook\" not found");
    }

    @Test
    void reads_no_expression_that_does_not_compile() {
        alert(", inclusionList: ['(open']");

        assertThat(complaints()).containsExactly("InvalidConfig failed to compile inclusion regex: (open");
    }

    @Test
    void gives_receivers_a_path() {
        world.apply(
                        "{apiVersion: v1, kind: Secret, metadata: {name: token, namespace: default}, stringData: {token: a}}")
                .apply(
                        "{apiVersion: notification.toolkit.fluxcd.io/v1, kind: Receiver, metadata: {name: hook, namespace:"
                                + " default}, spec: {type: generic, secretRef: {name: token}, resources: [{kind: GitRepository, name:"
                                + " app}]}}")
                .advance(20);

        assertThat(world.ready(RECEIVER, "default", "hook").message())
                .startsWith("Receiver initialized for path: /hook/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the end of a good run is the status of a commit
                "slack   | Reconciliation finished |                          | false",
                "generic | Reconciliation finished |                          | true",
                "github  | Reconciliation finished |                          | true",
                // anything else is about a commit only if the object says so
                "slack   | created                 |                          | true",
                "github  | created                 |                          | false",
                "github  | created                 | commit: abc              | true",
                "githubpullrequestcomment | created |                         | false",
                "githubpullrequestcomment | created | change_request: '7'     | true"
            })
    void passes_on_what_suits_the_type_of_the_provider(
            String type, String message, @Nullable String metadata, boolean passes) {
        world.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: default, namespace: default}}")
                .apply(ADMIN)
                .apply("{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Provider, metadata: {name: hook,"
                        + " namespace: default}, spec: {type: " + type
                        + ", address: 'https://example.com/a/b', secretRef: {name: nowhere}}}");
        alert(", inclusionList: ['" + message + "']", "info");
        String annotations = metadata == null ? "" : "event.toolkit.fluxcd.io/" + metadata;
        String kustomization =
                APP.replace("namespace: default}", "namespace: default, annotations: {" + annotations + "}}");

        assertThat(complaints(
                        "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: default}}", kustomization))
                .hasSize(passes ? 1 : 0)
                .allMatch(complaint -> complaint.contains("failed to get secret 'default/nowhere'"));
    }

    @Test
    void tells_of_metadata_that_is_given_twice() {
        world.apply("{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Provider, metadata: {name: hook,"
                + " namespace: default}, spec: {type: slack, address: 'https://example.com/a'}}");
        alert(", summary: one, eventMetadata: {summary: two}");

        assertThat(complaints())
                .containsExactly(
                        "MetadataAppendFailed metadata key conflicts detected (please refer to the Alert API docs"
                                + " and Flux RFC 0008 for more information)");
    }
}
