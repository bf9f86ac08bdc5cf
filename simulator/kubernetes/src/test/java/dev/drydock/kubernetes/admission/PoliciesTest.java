package dev.drydock.kubernetes.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.MapNode;
import org.junit.jupiter.api.Test;

class PoliciesTest {

    private final Client admin = new Cluster(Seed.DEFAULT).as(UserInfo.admin());

    private ApiResponse create(String object) {
        ApiResponse response = admin.create(
                (MapNode) JsonReader.read(object.replace('\'', '"'), "object.json"), WriteOptions.as("test"));
        assertThat(response.isSuccess()).as(response.message()).isTrue();
        return response;
    }

    private void policyOnConfigMaps() {
        create(
                "{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingAdmissionPolicy', 'metadata': {'name': 'p'},"
                        + " 'spec': {'matchConstraints': {'resourceRules': [{'apiGroups': [''], 'apiVersions': ['v1'],"
                        + " 'operations': ['CREATE'], 'resources': ['configmaps']}]}, 'validations': [{'expression': 'false'}]}}");
    }

    private void binding() {
        create("{'apiVersion': 'admissionregistration.k8s.io/v1', 'kind': 'ValidatingAdmissionPolicyBinding',"
                + " 'metadata': {'name': 'b'}, 'spec': {'policyName': 'p', 'validationActions': ['Deny']}}");
    }

    private void configMap() {
        create("{'apiVersion': 'v1', 'kind': 'ConfigMap', 'metadata': {'name': 'a', 'namespace': 'default'}}");
    }

    @Test
    void a_policy_without_a_binding_asks_nobody() {
        policyOnConfigMaps();
        configMap();
    }

    @Test
    void a_request_that_a_bound_policy_is_about_cannot_be_answered() {
        policyOnConfigMaps();
        binding();

        assertThatThrownBy(this::configMap)
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("the expressions of the ValidatingAdmissionPolicy p");
    }

    @Test
    void other_requests_are_answered() {
        policyOnConfigMaps();
        binding();

        create("{'apiVersion': 'v1', 'kind': 'Namespace', 'metadata': {'name': 'n'}}");
    }
}
