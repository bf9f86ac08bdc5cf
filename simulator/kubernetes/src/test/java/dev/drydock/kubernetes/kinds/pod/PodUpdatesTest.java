package dev.drydock.kubernetes.kinds.pod;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodUpdatesTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {}                                            | {'containers': [{'name': 'app', 'image': 'nginx:2'}]}      |
            {}                                            | {'activeDeadlineSeconds': 60}                              |
            {'activeDeadlineSeconds': 60}                 | {'activeDeadlineSeconds': 30}                              |
            {'activeDeadlineSeconds': 60}                 | {'activeDeadlineSeconds': 90}                              | spec.activeDeadlineSeconds: Invalid value: 90: must be less than or equal to previous value
            {'activeDeadlineSeconds': 60}                 | {}                                                         | spec.activeDeadlineSeconds: Invalid value: null: must not update from a positive integer to nil value
            {}                                            | {'tolerations': [{'key': 'a', 'operator': 'Exists'}]}      |
            {'tolerations': [{'key': 'a', 'operator': 'Exists'}]} | {}                                                 | spec.tolerations: Forbidden: existing toleration can not be modified except its tolerationSeconds
            {}                                            | {'containers': [{'name': 'app', 'image': ''}]}             | spec.containers[0].image: Required value; spec.containers[0].image: Required value
            {}                                            | {'containers': [{'name': 'app', 'image': 'a'}, {'name': 'b', 'image': 'b'}]} | spec.containers: Forbidden: pod updates may not add or remove containers
            {'schedulingGates': [{'name': 'a.b/c'}]}      | {}                                                         |
            {'schedulingGates': [{'name': 'a.b/c'}]}      | {'nodeSelector': {'a': 'b'}}                               |
            {}                                            | {'schedulingGates': [{'name': 'a.b/c'}]}                   | spec.schedulingGates[0].name: Forbidden: only deletion is allowed, but found new scheduling gate 'a.b/c'
            {'terminationGracePeriodSeconds': -1}         | {'terminationGracePeriodSeconds': 1}                       |
            """)
    void lets_little_of_a_pod_change(String before, String after, @Nullable String errors) {
        assertThat(Pods.text(PodUpdates.check(Pods.with(after), Pods.with(before))))
                .isEqualTo(errors == null ? "" : errors);
    }

    @Test
    void shows_what_else_changed_as_a_diff_of_the_internal_form() {
        String errors = Pods.text(
                PodUpdates.check(Pods.with("{'restartPolicy': 'Never'}"), Pods.with("{'restartPolicy': 'Always'}")));

        assertThat(errors)
                .startsWith(
                        "spec: Forbidden: pod updates may not change fields other than `spec.containers[*].image`,"
                                + "`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,"
                                + "`spec.tolerations` (only additions to existing tolerations),"
                                + "`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)\n")
                .contains("\n- \"RestartPolicy\": \"Always\",\n+ \"RestartPolicy\": \"Never\",\n");
    }
}
