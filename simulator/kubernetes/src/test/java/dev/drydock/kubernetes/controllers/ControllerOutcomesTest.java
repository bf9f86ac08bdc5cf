package dev.drydock.kubernetes.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Seed;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Cluster;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.WriteOptions;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the controllers make of some objects after a while. */
class ControllerOutcomesTest {

    private static final Map<String, String> MANIFESTS = Map.ofEntries(
            Map.entry("namespace", "{apiVersion: v1, kind: Namespace, metadata: {name: team-a}}"),
            Map.entry("deployment", """
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata: {name: web, namespace: team-a}
                    spec:
                      selector: {matchLabels: {app: web}}
                      template:
                        metadata: {labels: {app: web}}
                        spec:
                          containers: [{name: web, image: web:1, ports: [{name: http, containerPort: 8080}]}]
                    """),
            Map.entry("service", """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web, namespace: team-a, labels: {team: a}}
                    spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
                    """),
            Map.entry("headless", """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: bare, namespace: team-a}
                    spec: {clusterIP: None, selector: {app: nobody}}
                    """),
            Map.entry("by-hand", """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: by-hand, namespace: team-a}
                    spec: {ports: [{port: 80}]}
                    """),
            Map.entry("balancer", """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: edge, namespace: team-a}
                    spec: {type: LoadBalancer, selector: {app: nobody}, ports: [{port: 80}]}
                    """),
            Map.entry("claim", """
                    apiVersion: v1
                    kind: PersistentVolumeClaim
                    metadata: {name: data, namespace: team-a}
                    spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
                    """),
            Map.entry("autoscaler", """
                    apiVersion: autoscaling/v2
                    kind: HorizontalPodAutoscaler
                    metadata: {name: web, namespace: team-a}
                    spec: {maxReplicas: 4, minReplicas: 2, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}}
                    """),
            Map.entry("minutely", cronJob("'* * * * *'")),
            Map.entry("yearly", cronJob("'@yearly'")),
            Map.entry("every", cronJob("'@every 90s'")),
            Map.entry("suspended", cronJob("'* * * * *', suspend: true")));

    private static String cronJob(String schedule) {
        return "{apiVersion: batch/v1, kind: CronJob, metadata: {name: report, namespace: team-a}, spec: {schedule: "
                + schedule + ", successfulJobsHistoryLimit: 2, jobTemplate: {metadata: {labels: {app: report}}, spec:"
                + " {template: {spec: {restartPolicy: Never, containers: [{name: report, image: report:1}]}}}}}}";
    }

    @ParameterizedTest(name = "{0} after {1} s: {4} of {2} is {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', nullValues = "-", textBlock = """
            deployment service    | 30  | v1 Endpoints                      | 1 | subsets.0.addresses.0.ip       | "10.244.0.2"
            deployment service    | 30  | v1 Endpoints                      | 1 | subsets.0.ports                | [{"name":"http","port":8080,"protocol":"TCP"}]
            service               | 30  | v1 Endpoints                      | 1 | subsets                        | -
            service               | 30  | v1 Endpoints                      | 1 | metadata.labels                | {"endpoints.kubernetes.io/managed-by":"endpoint-controller","team":"a"}
            headless              | 30  | v1 Endpoints                      | 1 | metadata.labels                | {"endpoints.kubernetes.io/managed-by":"endpoint-controller","service.kubernetes.io/headless":""}
            by-hand               | 30  | v1 Endpoints                      | 0 | metadata                       | -
            deployment service    | 30  | discovery.k8s.io/v1 EndpointSlice | 1 | endpoints.0.conditions         | {"ready":true,"serving":true,"terminating":false}
            deployment service    | 30  | discovery.k8s.io/v1 EndpointSlice | 1 | endpoints.0.addresses          | ["10.244.0.2"]
            service               | 30  | discovery.k8s.io/v1 EndpointSlice | 1 | endpoints                      | null
            service               | 30  | discovery.k8s.io/v1 EndpointSlice | 1 | metadata.generateName          | "web-"
            by-hand               | 30  | discovery.k8s.io/v1 EndpointSlice | 0 | metadata                       | -
            balancer              | 30  | v1 Service                        | 1 | status                         | {"loadBalancer":{"ingress":[{"ip":"192.0.2.1","ipMode":"VIP"}]}}
            claim                 | 30  | v1 PersistentVolumeClaim          | 1 | metadata.finalizers            | ["kubernetes.io/pvc-protection"]
            deployment autoscaler | 60  | apps/v1 Deployment                | 1 | spec.replicas                  | 2
            deployment autoscaler | 60  | autoscaling/v2 HorizontalPodAutoscaler | 1 | status.desiredReplicas    | 2
            minutely              | 59  | batch/v1 Job                      | 0 | metadata                       | -
            minutely              | 90  | batch/v1 Job                      | 1 | metadata.labels                | {"app":"report"}
            minutely              | 90  | batch/v1 CronJob                  | 1 | status                         | {"lastScheduleTime":"2026-01-01T00:01:00Z","lastSuccessfulTime":"2026-01-01T00:01:00Z"}
            minutely              | 600 | batch/v1 Job                      | 2 | metadata.annotations           | {"batch.kubernetes.io/cronjob-scheduled-timestamp":"2026-01-01T00:09:00Z"}
            every                 | 200 | batch/v1 Job                      | 2 | metadata.annotations           | {"batch.kubernetes.io/cronjob-scheduled-timestamp":"2026-01-01T00:01:31Z"}
            yearly                | 600 | batch/v1 Job                      | 0 | metadata                       | -
            suspended             | 600 | batch/v1 Job                      | 0 | metadata                       | -
            """)
    void controllers_make(String given, int seconds, String kind, int count, String path, @Nullable String expected) {
        Cluster cluster = new Cluster(Seed.DEFAULT).install(ControllerManager.withWorkloads(List.of()));
        for (String name : ("namespace " + given).split(" ", -1)) {
            Node manifest = YamlReader.read(Objects.requireNonNull(MANIFESTS.get(name)), name, YamlMode.KUBERNETES);
            ApiResponse response = cluster.as(UserInfo.admin()).apply((MapNode) manifest, WriteOptions.as("test"));
            assertThat(response.isSuccess()).as(response.object().toString()).isTrue();
            cluster.kernel().advance(name.equals("namespace") ? Duration.ofSeconds(1) : Duration.ZERO);
        }

        cluster.kernel().advance(Duration.ofSeconds(seconds));

        String[] type = kind.split(" ", -1);
        List<Node> made = cluster
                .as(UserInfo.admin())
                .list(GroupVersionKind.of(type[0], type[1]), "team-a", "")
                .object()
                .findList("items")
                .stream()
                .toList();
        assertThat(made).hasSize(count);
        if (count > 0) {
            Node found = at(made.get(0), path);
            assertThat(found == null ? null : JsonWriter.go(found)).isEqualTo(expected);
        }
    }

    private static @Nullable Node at(Node object, String path) {
        Node found = object;
        for (String part : path.split("\\.", -1)) {
            if (found == null) {
                return null;
            }
            found = part.matches("[0-9]+") ? ((ListNode) found).get(Integer.parseInt(part)) : found.find(part);
        }
        return found;
    }
}
