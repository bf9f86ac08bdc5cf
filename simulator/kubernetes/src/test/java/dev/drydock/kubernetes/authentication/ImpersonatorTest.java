package dev.drydock.kubernetes.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Decision;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImpersonatorTest {

    private static final UserInfo CONTROLLER = UserInfo.serviceAccount("flux-system", "kustomize-controller");
    private static final AuthorizationAttributes PATCH = AuthorizationAttributes.resource(
            CONTROLLER, "patch", new GroupVersionResource("apps", "v1", "deployments"), "", "team-a", "web");

    private final Impersonator impersonator = new Impersonator();

    private static Authorizer allowing(String... verbs) {
        Set<String> allowed = Set.of(verbs);
        return request -> allowed.contains(request.verb())
                ? new Decision.Allow("", new Nothing())
                : new Decision.NoOpinion("", new Nothing());
    }

    private record Nothing() implements Explanation {
        @Override
        public String because() {
            return "";
        }

        @Override
        public List<String> considered() {
            return List.of();
        }

        @Override
        public List<String> toAllow() {
            return List.of();
        }
    }

    private String refusal(Impersonation wanted, Authorizer authorizer) {
        return impersonator.impersonate(wanted, PATCH, authorizer) instanceof Impersonator.Outcome.Refused refused
                ? refused.status().message()
                : "";
    }

    private UserInfo effective(Impersonation wanted, Authorizer authorizer) {
        return ((Impersonator.Outcome.As) impersonator.impersonate(wanted, PATCH, authorizer)).user();
    }

    @Test
    void a_service_account_gets_the_groups_of_its_token() {
        assertThat(effective(Impersonation.of("system:serviceaccount:team-a:flux"), allowing("impersonate"))
                        .groups())
                .containsExactly("system:serviceaccounts", "system:serviceaccounts:team-a", "system:authenticated");
    }

    @Test
    void the_refusal_is_that_of_the_first_mode() {
        assertThat(refusal(Impersonation.of("system:serviceaccount:team-a:flux"), allowing()))
                .isEqualTo("deployments.apps \"web\" is forbidden: User"
                        + " \"system:serviceaccount:flux-system:kustomize-controller\" cannot"
                        + " impersonate-on:serviceaccount:patch resource \"deployments\" in API group \"apps\""
                        + " in the namespace \"team-a\"");
    }

    @Test
    void after_a_success_the_refusal_is_that_of_the_mode_that_succeeded() {
        effective(Impersonation.of("system:serviceaccount:team-a:flux"), allowing("impersonate"));

        assertThat(refusal(Impersonation.of("system:serviceaccount:team-b:flux"), allowing()))
                .isEqualTo("serviceaccounts \"flux\" is forbidden: User"
                        + " \"system:serviceaccount:flux-system:kustomize-controller\" cannot impersonate resource"
                        + " \"serviceaccounts\" in API group \"\" in the namespace \"team-b\"");
    }

    @Test
    void a_fork_keeps_what_was_seen_and_then_goes_its_own_way() {
        effective(Impersonation.of("jane"), allowing("impersonate"));
        Impersonator fork = impersonator.fork();

        assertThat(fork.impersonate(Impersonation.of("jane"), PATCH, allowing()))
                .isEqualTo(impersonator.impersonate(Impersonation.of("jane"), PATCH, allowing()));
    }

    @Test
    void constrained_impersonation_never_gives_the_superuser_group() {
        Impersonation wanted = new Impersonation("jane", "", List.of("system:masters"), Map.of());

        assertThat(refusal(wanted, allowing("impersonate-on:user-info:patch", "impersonate:user-info")))
                .endsWith("at the cluster scope: impersonating the system:masters group is not allowed");
        assertThat(effective(wanted, allowing("impersonate")).groups()).contains("system:masters");
    }

    @Test
    void groups_without_a_user_are_a_bad_request() {
        assertThat(refusal(new Impersonation("", "", List.of("devs"), Map.of()), allowing()))
                .isEqualTo("requested &user.DefaultInfo{Name:\"\", UID:\"\", Groups:[]string{\"devs\"},"
                        + " Extra:map[string][]string(nil)} without impersonating a user name");
    }

    @Test
    void the_anonymous_user_is_not_authenticated() {
        assertThat(effective(Impersonation.of("system:anonymous"), allowing("impersonate"))
                        .groups())
                .containsExactly("system:unauthenticated");
    }

    @Test
    void keys_of_extras_are_decoded_and_lower_case() {
        assertThat(ImpersonationHeaders.read("jane", "", List.of(), Map.of("Example.com%2FTenant", List.of("t")))
                        .extra())
                .isEqualTo(Map.of("example.com/tenant", List.of("t")));
    }
}
