package dev.drydock.kubernetes.rbac;

import static dev.drydock.kubernetes.rbac.Roles.ask;
import static dev.drydock.kubernetes.rbac.Roles.named;
import static dev.drydock.kubernetes.rbac.Roles.rule;
import static dev.drydock.kubernetes.rbac.Roles.urls;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyRuleTest {

    private static final UserInfo JANE = Roles.user("jane");

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "pods, pods, true",
        "pods, pods/log, false",
        "pods/log, pods/log, true",
        "pods/log, pods, false",
        "*, pods/log, true",
        "*/log, pods/log, true",
        "*/log, pods, false",
        "*/log, pods/status, false",
        "pods/*, pods/log, false",
        "pods/*, pods/*, true",
        "xpods/log, pods/log, false"
    })
    void names_resources_and_subresources(String resources, String asked, boolean covered) {
        PolicyRule rule = rule("get", "core", resources);

        assertThat(rule.allows(ask(JANE, "get", asked, "team-a", "web"))).isEqualTo(covered);
    }

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "/healthz, /healthz, true",
        "/healthz, /healthz/, false",
        "/healthz/*, /healthz/etcd, true",
        "/healthz/*, /healthz, false",
        "/api**, /apis/apps, true",
        "*, /anything, true"
    })
    void names_urls(String url, String path, boolean covered) {
        assertThat(urls("get", url).allows(AuthorizationAttributes.path(JANE, "get", path)))
                .isEqualTo(covered);
    }

    @Test
    void a_name_is_demanded_where_the_rule_has_names() {
        PolicyRule rule = named("*", "core", "configmaps", "app");

        assertThat(rule.allows(ask(JANE, "get", "configmaps", "a", "app"))).isTrue();
        assertThat(rule.allows(ask(JANE, "get", "configmaps", "a", "other"))).isFalse();
        assertThat(rule.mismatch(ask(JANE, "create", "configmaps", "a", "")))
                .isEqualTo(PolicyRule.Mismatch.RESOURCE_NAME);
    }

    @Test
    void the_group_is_compared_exactly() {
        PolicyRule rule = rule("get", "apps", "deployments");

        assertThat(rule.allows(ask(JANE, "get", "deployments.apps", "a", ""))).isTrue();
        assertThat(rule.mismatch(ask(JANE, "get", "deployments.extensions", "a", "")))
                .isEqualTo(PolicyRule.Mismatch.API_GROUP);
    }

    @Test
    void a_rule_for_urls_says_nothing_about_resources() {
        assertThat(urls("*", "*").mismatch(ask(JANE, "get", "pods", "a", ""))).isEqualTo(PolicyRule.Mismatch.SORT);
        assertThat(rule("*", "*", "*").allows(AuthorizationAttributes.path(JANE, "get", "/x")))
                .isFalse();
    }

    @Test
    void is_printed_in_the_order_of_the_server() {
        assertThat(named("get list", "core apps", "pods", "a").compact())
                .isEqualTo(
                        "{APIGroups:[\"\" \"apps\"], Resources:[\"pods\"], ResourceNames:[\"a\"], Verbs:[\"get\" \"list\"]}");
    }
}
