package dev.drydock.kubernetes.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.kubernetes.controllers.ControllerManager;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachabilityTest {

    private static final NamespacedName REDIS = new NamespacedName("redis", "redis");

    private final Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withoutWorkloads());
    private Reachability reachability = new Reachability(cluster.server());

    @BeforeEach
    void redis_runs_in_a_namespace_of_its_own() {
        apply("""
                {apiVersion: v1, kind: Namespace, metadata: {name: redis}}
                ---
                {apiVersion: v1, kind: Namespace, metadata: {name: team, labels: {tier: apps}}}
                """);
        cluster.kernel().advance(Duration.ofMinutes(1));
        apply("""
                apiVersion: v1
                kind: Service
                metadata: {name: redis, namespace: redis}
                spec: {selector: {app: redis}, ports: [{port: 6379, targetPort: wire}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: redis, namespace: redis, labels: {app: redis, role: primary}}
                spec: {containers: [{name: redis, image: redis, ports: [{name: wire, containerPort: 6380}]}]}
                """);
    }

    private void apply(String manifests) {
        YamlReader.readAll(manifests, "test.yaml", YamlMode.KUBERNETES).forEach(object -> {
            var response = cluster.as(UserInfo.admin()).apply((MapNode) object, WriteOptions.as("test"));
            assertThat(response.isSuccess()).as(response.message()).isTrue();
        });
    }

    private boolean leads(String name) {
        reachability = new Reachability(cluster.server());
        return reachability.leads("team", name, REDIS);
    }

    @ParameterizedTest
    @CsvSource({
        "redis.redis, true",
        "redis.redis.svc, true",
        "redis.redis.svc.cluster.local, true",
        "redis, false",
        "redis.elsewhere, false",
        "redis.example.com, false",
    })
    void a_name_leads_where_dns_says(String name, boolean reached) {
        assertThat(leads(name)).isEqualTo(reached);
    }

    @Test
    void names_that_refer_to_each_other_end() {
        apply("""
                {apiVersion: v1, kind: Service, metadata: {name: a, namespace: team}, spec: {type: ExternalName, externalName: b.team.svc.cluster.local}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: b, namespace: team}, spec: {type: ExternalName, externalName: a.team.svc.cluster.local}}
                """);
        assertThat(leads("a")).isFalse();
        assertThat(reachability.way()).last().asString().contains("does not end");
    }

    @Nested
    class Policies {

        private void policy(String namespace, String spec) {
            apply("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace: " + namespace
                    + "}, spec: " + spec + "}");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {podSelector: {}, policyTypes: [Ingress]}                                                            | false
                {podSelector: {matchLabels: {app: other}}, policyTypes: [Ingress]}                                   | true
                {podSelector: {}, ingress: [{}]}                                                                     | true
                {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}                                            | false
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}                                      | true
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {tier: apps}}}]}]}             | true
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {tier: data}}}]}]}             | false
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: team}}}]}]} | true
                {podSelector: {}, ingress: [{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}]}]} | false
                {podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]}                                 | false
                {podSelector: {}, ingress: [{ports: [{port: 6380}]}]}                                                | true
                {podSelector: {}, ingress: [{ports: [{port: 6379}]}]}                                                | false
                {podSelector: {}, ingress: [{ports: [{port: wire}]}]}                                                | true
                {podSelector: {}, ingress: [{ports: [{port: 6000, endPort: 7000}]}]}                                 | true
                {podSelector: {}, ingress: [{ports: [{port: 6380, protocol: UDP}]}]}                                 | false
                {podSelector: {}, policyTypes: [Egress]}                                                             | true
                """)
        void of_the_target_say_who_comes_in(String spec, boolean reached) {
            policy("redis", spec);
            assertThat(leads("redis.redis")).isEqualTo(reached);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {podSelector: {}, policyTypes: [Egress]}                                                                          | false
                {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}                                                   | true
                {podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {}, podSelector: {matchLabels: {role: primary}}}]}]} | true
                {podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}                                     | false
                {podSelector: {}, policyTypes: [Ingress]}                                                                         | true
                """)
        void of_the_source_say_who_goes_out(String spec, boolean reached) {
            policy("team", spec);
            assertThat(leads("redis.redis")).isEqualTo(reached);
        }

        @Test
        void are_named_with_what_they_do_not_admit() {
            policy("redis", "{podSelector: {}, policyTypes: [Ingress]}");
            assertThat(leads("redis.redis")).isFalse();
            assertThat(reachability.way())
                    .last()
                    .isEqualTo(
                            "ingress of namespace redis is limited by NetworkPolicies [p], of which no rule admits TCP 6380 "
                                    + "from a Pod without labels of namespace team");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "0.0.0.0/0, 192.0.2.1, true",
        "2001:db8::/32, 2001:db8::1, true",
        "2001:db8::/32, 10.0.0.1, false",
    })
    void a_range_knows_its_addresses(String cidr, String address, boolean contained) {
        assertThat(AddressRange.parse(cidr).contains(address)).isEqualTo(contained);
    }
}
