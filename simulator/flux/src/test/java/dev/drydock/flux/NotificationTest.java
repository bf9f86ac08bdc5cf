package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.GroupVersionKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTest {

    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");
    private static final GroupVersionKind RECEIVER =
            new GroupVersionKind("notification.toolkit.fluxcd.io", "v1", "Receiver");
    private static final String BROKEN =
            "{apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: {name: app, namespace: default},"
                    + " spec: {interval: 1h, prune: true, sourceRef: {kind: GitRepository, name: app}}}";

    private final FluxWorld world = new FluxWorld(FluxProfile.lockdown());

    private List<String> complaints() {
        world.push("https://git.example.com/app.git", java.util.Map.of("a.yaml", "kind: ["))
                .apply(
                        "{apiVersion: source.toolkit.fluxcd.io/v1, kind: GitRepository, metadata: {name: app, namespace:"
                                + " default}, spec: {interval: 1h, ref: {branch: main}, url: 'https://git.example.com/app.git'}}");
        world.apply(BROKEN).advance(40);
        return world.admin.list(EVENT, "default", "").object().findList("items").stream()
                .filter(event -> event.findText("involvedObject", "kind").equals("Alert"))
                .map(event -> event.findText("reason") + " " + event.findText("message"))
                .distinct()
                .toList();
    }

    private void alert(String more) {
        world.apply("{apiVersion: notification.toolkit.fluxcd.io/v1beta3, kind: Alert, metadata: {name: all, namespace:"
                + " default}, spec: {eventSeverity: error, providerRef: {name: hook}, eventSources: [{kind: Kustomization,"
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
}
