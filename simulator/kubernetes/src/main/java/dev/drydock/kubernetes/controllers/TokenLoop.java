package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WatchEvent;
import dev.drydock.kubernetes.runtime.Result;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * serviceaccount-token-controller (pkg/controller/serviceaccount/tokens_controller.go): Secrets that ask for the token of a
 * ServiceAccount get it, and go when there is no such account.
 *
 * <p>Keys are those of the accounts.
 */
final class TokenLoop implements ControlLoop {

    private static final String TYPE = "kubernetes.io/service-account-token";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";
    private static final String ACCOUNT_UID = "kubernetes.io/service-account.uid";

    @Override
    public String name() {
        return "serviceaccount-token-controller";
    }

    /** It has no account of its own, as those of the others depend on it. */
    @Override
    public UserInfo user() {
        return UserInfo.named("system:kube-controller-manager", List.of());
    }

    @Override
    public List<NamespacedName> touched(WatchEvent event) {
        NamespacedName name = NamespacedName.of(event.object());
        return switch (event.resource().groupResource()) {
            case "serviceaccounts" -> List.of(name);
            case "secrets" ->
                TYPE.equals(event.object().findString("type"))
                        ? List.of(new NamespacedName(name.namespace(), account(event.object())))
                        : List.of();
            default -> List.of();
        };
    }

    private static String account(MapNode secret) {
        return secret.findText("metadata", "annotations", ACCOUNT);
    }

    @Override
    public Result reconcile(LoopContext context, NamespacedName name) {
        Optional<MapNode> account = context.get(Kinds.SERVICE_ACCOUNT, name);
        String failure = "";
        for (MapNode secret : context.list(Kinds.SECRET, name.namespace())) {
            if (TYPE.equals(secret.findString("type")) && name.name().equals(account(secret)) && failure.isEmpty()) {
                failure = keep(context, account, secret);
            }
        }
        return failure.isEmpty() ? new Result.Done() : new Result.Failed(failure);
    }

    private static String keep(LoopContext context, Optional<MapNode> account, MapNode secret) {
        String wanted = secret.findText("metadata", "annotations", ACCOUNT_UID);
        Optional<String> uid = account.map(found -> found.findText("metadata", "uid"))
                .filter(found -> wanted.isEmpty() || wanted.equals(found));
        if (uid.isEmpty()) {
            ApiResponse gone = context.client()
                    .delete(
                            Kinds.SECRET,
                            NamespacedName.of(secret),
                            MapNode.of("preconditions", MapNode.of("uid", secret.findText("metadata", "uid"))));
            return gone.isSuccess() || gone.code() == 404 || gone.code() == 409 ? "" : gone.message();
        }
        MapNode filled = filled(secret, uid.get());
        if (filled.equals(secret)) {
            return "";
        }
        ApiResponse written = context.update(filled.with(List.of("metadata", "annotations", ACCOUNT_UID), uid.get()));
        return written.isSuccess() || written.code() == 404 || written.code() == 409 ? "" : written.message();
    }

    private static MapNode filled(MapNode secret, String uid) {
        NamespacedName name = NamespacedName.of(secret);
        MapNode filled = secret.with(List.of("data", "ca.crt"), encoded(RootCaLoop.CERTIFICATE));
        if (secret.findText("data", "namespace").isEmpty()) {
            filled = filled.with(List.of("data", "namespace"), encoded(name.namespace()));
        }
        if (secret.findText("data", "token").isEmpty()) {
            String token = AccountTokens.of(name, account(secret), uid);
            filled = filled.with(List.of("data", "token"), encoded(token));
        }
        return filled;
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
