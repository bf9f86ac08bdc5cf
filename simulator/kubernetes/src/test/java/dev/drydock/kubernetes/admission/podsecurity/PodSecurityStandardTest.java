package dev.drydock.kubernetes.admission.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodSecurityStandardTest {

    private static final NamespacePolicy BASELINE = enforcing("baseline");
    private static final NamespacePolicy RESTRICTED = enforcing("restricted");

    private static NamespacePolicy enforcing(String level) {
        return NamespacePolicy.of(Map.of("pod-security.kubernetes.io/enforce", level));
    }

    private static MapNode json(String text) {
        return (MapNode) JsonReader.read(text.replace('\'', '"'), "pod.json");
    }

    private static String refusal(NamespacePolicy policy, String spec) {
        return PodSecurityStandard.refusal(policy, MapNode.EMPTY, json(spec)).orElse("");
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'hostNetwork': true, 'hostIPC': true} | host namespaces (hostNetwork=true, hostIPC=true)
            {'volumes': [{'name': 'v', 'hostPath': {'path': '/'}}]} | hostPath volumes (volume "v")
            {'containers': [{'name': 'c', 'ports': [{'hostPort': 80}]}]} | hostPort (container "c" uses hostPort 80)
            {'containers': [{'name': 'c', 'securityContext': {'privileged': true}}]} | privileged (container "c" must not set securityContext.privileged=true)
            {'containers': [{'name': 'c', 'securityContext': {'procMount': 'Unmasked'}}]} | procMount (container "c" must not set securityContext.procMount to "Unmasked")
            {'securityContext': {'sysctls': [{'name': 'kernel.msgmax'}]}} | forbidden sysctls (kernel.msgmax)
            {'securityContext': {'windowsOptions': {'hostProcess': true}}} | hostProcess (pod must not set securityContext.windowsOptions.hostProcess=true)
            {'securityContext': {'seLinuxOptions': {'type': 'x', 'user': 'u'}}} | seLinuxOptions (pod set forbidden securityContext.seLinuxOptions: type "x"; user may not be set)
            {'securityContext': {'seccompProfile': {'type': 'Unconfined'}}} | seccompProfile (pod must not set securityContext.seccompProfile.type to "Unconfined")
            {'containers': [{'name': 'c', 'livenessProbe': {'httpGet': {'host': 'h'}}}]} | probe or lifecycle host (container "c" uses probe or lifecycle host "h")
            {'containers': [{'name': 'c', 'securityContext': {'capabilities': {'add': ['SYS_ADMIN', 'CHOWN']}}}]} | non-default capabilities (container "c" must not include "SYS_ADMIN" in securityContext.capabilities.add)
            """)
    void baseline_forbids(String spec, String violation) {
        assertThat(refusal(BASELINE, spec)).isEqualTo("violates PodSecurity \"baseline:latest\": " + violation);
    }

    @Test
    void restricted_demands_a_hardened_pod() {
        assertThat(refusal(RESTRICTED, "{'containers': [{'name': 'a'}, {'name': 'b'}]}"))
                .isEqualTo("violates PodSecurity \"restricted:latest\": allowPrivilegeEscalation != false (containers"
                        + " \"a\", \"b\" must set securityContext.allowPrivilegeEscalation=false), unrestricted"
                        + " capabilities (containers \"a\", \"b\" must set securityContext.capabilities.drop=[\"ALL\"]),"
                        + " runAsNonRoot != true (pod or containers \"a\", \"b\" must set"
                        + " securityContext.runAsNonRoot=true), seccompProfile (pod or containers \"a\", \"b\" must set"
                        + " securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")");
    }

    @Test
    void restricted_admits_a_hardened_pod() {
        assertThat(refusal(
                        RESTRICTED,
                        "{'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},"
                                + "'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false,"
                                + "'capabilities': {'drop': ['ALL'], 'add': ['NET_BIND_SERVICE']}}}]}"))
                .isEmpty();
    }

    @Test
    void an_older_version_demands_what_it_demanded_then() {
        NamespacePolicy old = NamespacePolicy.of(Map.of(
                "pod-security.kubernetes.io/enforce", "baseline",
                "pod-security.kubernetes.io/enforce-version", "v1.33"));

        assertThat(refusal(old, "{'containers': [{'name': 'c', 'livenessProbe': {'httpGet': {'host': 'h'}}}]}"))
                .isEmpty();
    }

    @Test
    void warns_by_the_level_that_is_enforced_unless_told_otherwise() {
        MapNode spec = json("{'hostPID': true}");

        assertThat(PodSecurityStandard.warning(BASELINE, MapNode.EMPTY, spec))
                .contains("would violate PodSecurity \"baseline:latest\": host namespaces (hostPID=true)");
        assertThat(PodSecurityStandard.warning(
                        NamespacePolicy.of(Map.of(
                                "pod-security.kubernetes.io/enforce", "baseline",
                                "pod-security.kubernetes.io/warn", "privileged")),
                        MapNode.EMPTY,
                        spec))
                .isEmpty();
    }

    @Test
    void a_label_that_says_nothing_demands_everything() {
        NamespacePolicy odd = enforcing("strict");

        assertThat(odd.mistakes())
                .containsExactly(new NamespacePolicy.Mistake(
                        "pod-security.kubernetes.io/enforce",
                        "strict",
                        "must be one of privileged, baseline, restricted"));
        assertThat(refusal(odd, "{'hostPID': true}")).startsWith("violates PodSecurity \"restricted:latest\"");
    }

    @Test
    void tightening_names_one_pod_for_each_sort_of_violation() {
        List<MapNode> pods = List.of(
                json("{'metadata': {'name': 'b'}, 'spec': {'hostPID': true}}"),
                json("{'metadata': {'name': 'a'}, 'spec': {'hostPID': true}}"),
                json("{'metadata': {'name': 'c'}, 'spec': {}}"));

        assertThat(PodSecurityStandard.tighteningWarnings("team-a", BASELINE, enforcing("privileged"), pods))
                .containsExactly(
                        "existing pods in namespace \"team-a\" violate the new PodSecurity enforce level"
                                + " \"baseline:latest\"",
                        "a (and 1 other pod): host namespaces");
        assertThat(PodSecurityStandard.tighteningWarnings("team-a", BASELINE, RESTRICTED, pods))
                .isEmpty();
    }
}
