package dev.drydock.kubernetes.authentication;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authentication.Impersonator.Outcome;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.authorization.Forbidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The checks of one mode, each item of the wanted identity by itself (upstream {@code impersonation/mode.go}). */
final class IdentityCheck {

    private static final String AUTHENTICATION = "authentication.k8s.io";

    /** From this many items on, constrained modes ask for all at once first. */
    private static final int MANY = 4;

    private final ImpersonationMode mode;
    private final AuthorizationAttributes request;
    private final Authorizer authorizer;

    IdentityCheck(ImpersonationMode mode, AuthorizationAttributes request, Authorizer authorizer) {
        this.mode = mode;
        this.request = request;
        this.authorizer = authorizer;
    }

    Outcome check(Impersonation wanted) {
        Outcome.Refused refused = mode.isConstrained() ? ask(request.withVerb(mode.verbOn(request.verb()))) : null;
        refused = refused != null ? refused : ask(whoever(wanted.user()));
        refused = refused != null || wanted.uid().isEmpty()
                ? refused
                : ask(item(AUTHENTICATION, "uids", "", "", wanted.uid()));
        refused = refused != null ? refused : groups(wanted.groups());
        refused = refused != null ? refused : extra(new TreeMap<>(wanted.extra()));
        return refused != null ? refused : new Outcome.As(effective(wanted));
    }

    private AuthorizationAttributes whoever(String user) {
        Optional<NamespacedName> account = KnownNames.serviceAccount(user);
        if (account.isPresent()) {
            return item(
                    mode.identityGroup(),
                    "serviceaccounts",
                    "",
                    account.get().namespace(),
                    account.get().name());
        }
        Optional<String> node = mode.isConstrained() ? KnownNames.node(user) : Optional.empty();
        if (node.isPresent()) {
            // The associated mode must hold for every node that the account's pods may run on.
            String name = mode == ImpersonationMode.ASSOCIATED_NODE ? "*" : node.get();
            return item(mode.identityGroup(), "nodes", "", "", name);
        }
        return item(mode.identityGroup(), "users", "", "", user);
    }

    private Outcome.@Nullable Refused groups(List<String> groups) {
        String group = mode.identityGroup();
        if (mode.isConstrained() && groups.contains("")) {
            return refuse(item(group, "groups", "", "", ""), "impersonating the empty string group is not allowed");
        }
        if (mode.isConstrained() && groups.contains(KnownNames.SUPERUSERS)) {
            return refuse(
                    item(group, "groups", "", "", KnownNames.SUPERUSERS),
                    "impersonating the system:masters group is not allowed");
        }
        if (mode.isConstrained() && groups.size() >= MANY && ask(item(group, "groups", "", "", "*")) == null) {
            return null;
        }
        for (String name : groups) {
            Outcome.Refused refused = ask(item(group, "groups", "", "", name));
            if (refused != null) {
                return refused;
            }
        }
        return null;
    }

    private Outcome.@Nullable Refused extra(Map<String, List<String>> extra) {
        if (extra.isEmpty()) {
            return null;
        }
        if (mode.isConstrained()) {
            Optional<String> mistake = ExtraKeys.mistake(extra);
            if (mistake.isPresent()) {
                return refuse(item(AUTHENTICATION, "userextras", "", "", ""), mistake.get());
            }
            if (isLarge(extra) && ask(item(AUTHENTICATION, "userextras", "*", "", "*")) == null) {
                return null;
            }
        }
        for (Map.Entry<String, List<String>> entry : extra.entrySet()) {
            for (String value : entry.getValue()) {
                Outcome.Refused refused = ask(item(AUTHENTICATION, "userextras", entry.getKey(), "", value));
                if (refused != null) {
                    return refused;
                }
            }
        }
        return null;
    }

    private static boolean isLarge(Map<String, List<String>> extra) {
        return extra.size() >= MANY
                || extra.values().stream().mapToInt(List::size).sum() >= MANY;
    }

    private AuthorizationAttributes item(
            String group, String resource, String subresource, String namespace, String name) {
        GroupVersionResource what = new GroupVersionResource(group, "v1", resource);
        return AuthorizationAttributes.resource(request.user(), mode.verb(), what, subresource, namespace, name);
    }

    private Outcome.@Nullable Refused ask(AuthorizationAttributes question) {
        Decision decision = authorizer.authorize(question);
        return decision.isAllowed()
                ? null
                : new Outcome.Refused(Forbidden.of(question, decision.reason()), decision.explanation());
    }

    private static Outcome.Refused refuse(AuthorizationAttributes question, String reason) {
        return new Outcome.Refused(Forbidden.of(question, reason), null);
    }

    private UserInfo effective(Impersonation wanted) {
        List<String> groups = new ArrayList<>(wanted.groups());
        if (groups.isEmpty()) {
            KnownNames.serviceAccount(wanted.user()).ifPresent(account -> {
                groups.add("system:serviceaccounts");
                groups.add("system:serviceaccounts:" + account.namespace());
            });
        }
        if (mode.isConstrained() && KnownNames.node(wanted.user()).isPresent()) {
            groups.add(KnownNames.NODES);
        }
        String implied = wanted.user().equals(KnownNames.ANONYMOUS) || groups.contains(KnownNames.UNAUTHENTICATED)
                ? KnownNames.UNAUTHENTICATED
                : KnownNames.AUTHENTICATED;
        if (!groups.contains(implied)) {
            groups.add(implied);
        }
        return new UserInfo(wanted.user(), wanted.uid(), groups, wanted.extra());
    }
}
