package dev.drydock.kubernetes.admission;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;
import java.util.Optional;

/**
 * Gives pods the account they run as, its pull secrets and its token; the account must exist (upstream
 * {@code plugin/pkg/admission/serviceaccount/admission.go}).
 */
final class ServiceAccountPlugin implements AdmissionPlugin {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    @Override
    public String name() {
        return "ServiceAccount";
    }

    @Override
    public AdmissionResult mutate(AdmissionRequest request) {
        if (!request.creates("pods")
                || request.written().findMap("metadata", "annotations").has(MIRROR)) {
            return AdmissionResult.unchanged(request);
        }
        MapNode pod = request.written();
        String name = pod.findText("spec", "serviceAccountName");
        String wanted = name.isEmpty() ? "default" : name;
        pod = pod.with(List.of("spec", "serviceAccountName"), wanted).with(List.of("spec", "serviceAccount"), wanted);
        Optional<MapNode> account = request.cluster().get(Resources.SERVICE_ACCOUNTS, request.namespace(), wanted);
        if (account.isEmpty()) {
            return AdmissionResult.forbidden(
                    request,
                    "error looking up service account " + request.namespace() + "/" + wanted + ": serviceaccount "
                            + GoQuote.quote(wanted) + " not found");
        }
        if (ServiceAccountTokens.isWanted(pod, account.get())) {
            pod = ServiceAccountTokens.mount(pod, request.cluster());
        }
        return AdmissionResult.changed(withPullSecrets(pod, account.get()));
    }

    private static MapNode withPullSecrets(MapNode pod, MapNode account) {
        ListNode secrets = account.findList("imagePullSecrets");
        if (secrets.isEmpty() || !pod.findList("spec", "imagePullSecrets").isEmpty()) {
            return pod;
        }
        return pod.with(
                List.of("spec", "imagePullSecrets"),
                secrets.map(secret -> MapNode.of("name", secret.findText("name"))));
    }

    @Override
    public AdmissionResult validate(AdmissionRequest request) {
        if (!request.creates("pods")) {
            return AdmissionResult.unchanged(request);
        }
        MapNode pod = request.written();
        String name = pod.findText("spec", "serviceAccountName");
        Optional<MapNode> account = request.cluster().get(Resources.SERVICE_ACCOUNTS, request.namespace(), name);
        boolean enforced = account.isPresent()
                && Texts.annotation(account.get(), "kubernetes.io/enforce-mountable-secrets")
                        .equals("true");
        return enforced
                ? MountableSecrets.refusal(pod, account.get())
                        .map(text -> AdmissionResult.forbidden(request, text))
                        .orElseGet(() -> AdmissionResult.unchanged(request))
                : AdmissionResult.unchanged(request);
    }

    /** Accounts may restrict the secrets that their pods refer to. */
    private static final class MountableSecrets {

        private static Optional<String> refusal(MapNode pod, MapNode account) {
            List<String> allowed = names(account.findList("secrets"));
            String who = "service account " + Texts.name(account);
            for (Node volume : pod.findList("spec", "volumes")) {
                String secret = volume.findText("secret", "secretName");
                if (!secret.isEmpty() && !allowed.contains(secret)) {
                    return Optional.of("volume with secret.secretName=" + GoQuote.quote(secret)
                            + " is not allowed because " + who + " does not reference that secret");
                }
            }
            for (String list : List.of("initContainers", "containers")) {
                for (Node container : pod.findList("spec", list)) {
                    String secret = foreignEnv(container, allowed);
                    if (!secret.isEmpty()) {
                        String what = list.equals("containers") ? "container " : "init container ";
                        return Optional.of(what + container.findText("name") + " with envVar "
                                + foreignEnvName(container, secret) + " referencing secret.secretName="
                                + GoQuote.quote(secret) + " is not allowed because " + who
                                + " does not reference that secret");
                    }
                }
            }
            List<String> pull = names(account.findList("imagePullSecrets"));
            for (Node secret : pod.findList("spec", "imagePullSecrets")) {
                if (!pull.contains(secret.findText("name"))) {
                    return Optional.of("imagePullSecrets[0].name=" + GoQuote.quote(secret.findText("name"))
                            + " is not allowed because " + who + " does not reference that imagePullSecret");
                }
            }
            return Optional.empty();
        }

        private static List<String> names(ListNode references) {
            return references.stream()
                    .map(reference -> reference.findText("name"))
                    .toList();
        }

        private static String foreignEnv(Node container, List<String> allowed) {
            return container.findList("env").stream()
                    .map(env -> env.findText("valueFrom", "secretKeyRef", "name"))
                    .filter(secret -> !secret.isEmpty() && !allowed.contains(secret))
                    .findFirst()
                    .orElse("");
        }

        private static String foreignEnvName(Node container, String secret) {
            return container.findList("env").stream()
                    .filter(env ->
                            env.findText("valueFrom", "secretKeyRef", "name").equals(secret))
                    .map(env -> env.findText("name"))
                    .findFirst()
                    .orElse("");
        }
    }
}
