package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecWarningsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                                                      |
            {'nodeSelector': {'beta.kubernetes.io/os': 'linux'}}    | spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead
            {'topologySpreadConstraints': [{'topologyKey': 'zone'}]} | spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod
            {'affinity': {'podAffinity': {'requiredDuringSchedulingIgnoredDuringExecution': [{'topologyKey': 'zone'}]}}} | spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector: a null labelSelector results in matching no pod
            {'volumes': [{'name': 'a', 'gitRepo': {'repository': 'r'}}]} | spec.volumes[0].gitRepo: deprecated in v1.11, and disabled by default in v1.33+
            {'hostAliases': [{'ip': '1.2.3.4'}, {'ip': '1.2.3.4'}]} | spec.hostAliases[1].ip: duplicate ip "1.2.3.4"
            {'hostAliases': [{'ip': '2001:DB8::1'}]}                | spec.hostAliases[0].ip: IPv6 address "2001:DB8::1" should be in RFC 5952 canonical format ("2001:db8::1")
            {'imagePullSecrets': [{'name': 'a'}, {'name': 'a'}]}    | spec.imagePullSecrets[1].name: duplicate name "a"
            {'imagePullSecrets': [{'name': ''}]}                    | spec.imagePullSecrets[0].name: invalid empty name ""
            {'overhead': {'memory': '1500m'}}                       | spec.overhead[memory]: fractional byte value "1500m" is invalid, must be an integer
            {'terminationGracePeriodSeconds': -1}                   | spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1
            """)
    void warns_of_what_a_spec_says_in_vain(String spec, @Nullable String warning) {
        assertThat(String.join("; ", new SpecWarnings(Pods.with(spec), "").list()))
                .isEqualTo(warning == null ? "" : warning);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'env': [{'name': 'A', 'value': 'b'}, {'name': 'A', 'value': 'c'}]}         | spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply
            {'env': [{'name': 'A', 'value': 'b'}, {'name': 'A', 'value': '$(A):c'}]}    |
            {'resources': {'requests': {'memory': '100m'}}}                             | spec.containers[0].resources.requests[memory]: fractional byte value "100m" is invalid, must be an integer
            {'ports': [{'containerPort': 80}, {'containerPort': 80}]}                   | spec.containers[0].ports[1]: duplicate port definition with spec.containers[0].ports[0]
            {'ports': [{'containerPort': 80, 'hostPort': 1}, {'containerPort': 80}]}    | spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]
            {'ports': [{'name': 'a', 'containerPort': 80}, {'name': 'a', 'containerPort': 81}]} | spec.containers[0].ports[1]: duplicate port name "a" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]
            """)
    void warns_of_what_a_container_says_in_vain(String container, @Nullable String warning) {
        assertThat(String.join("; ", new SpecWarnings(Pods.withContainer(container), "").list()))
                .isEqualTo(warning == null ? "" : warning);
    }
}
