package dev.drydock.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.scenario.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void a_copy_of_a_world_knows_why_something_was_refused() throws IOException {
        write("tenant.yaml", TENANT);
        write("apps/a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: settings, namespace: other}}\n");
        List<Account> accounts = new ArrayList<>();
        run(ONBOARDED, new RunListener() {
            @Override
            public void stepDone(World world, StepResult result) {
                accounts.add(Account.of(world.fork(), Target.parse("Kustomization/team/apps")));
            }
        });
        assertThat(String.join("\n", accounts.get(0).lines()))
                .contains("because   system:serviceaccount:team:flux holds no rule for [patch] on configmaps")
                .contains("what happened");
    }
}
