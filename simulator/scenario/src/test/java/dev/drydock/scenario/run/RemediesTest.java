package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What would change a refusal must not lead to the next one. */
class RemediesTest extends RunFixture {

    @Test
    void a_namespaced_object_without_namespace_needs_one_and_no_grant() throws IOException {
        write("tenant.yaml", TENANT);
        write("apps/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}}\n");
        ScenarioResult result = run(ONBOARDED + """
                  expect:
                    - outcome: Accepted
                      of: Kustomization/team/apps
            """);
        assertThat(text(result))
                .contains("cannot patch resource \"configmaps\" in API group \"\" at the cluster scope")
                .contains(
                        "to allow  set metadata.namespace, or spec.targetNamespace of the Kustomization: configmaps live"
                                + " in a namespace, and none is named")
                .doesNotContain("cluster-wide");
    }
}
