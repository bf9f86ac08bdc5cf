package dev.drydock.benchmarks;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.rbac.RbacAuthorizer;
import dev.drydock.kubernetes.rbac.RbacPolicy;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One authorization among 10,000 subjects and 1,000 bindings of a role of twenty rules, half of them cluster-wide. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AuthorizationBenchmark {

    private static final int BINDINGS = 1_000;
    private static final int SUBJECTS = 10_000;
    private static final int NAMESPACES = 50;

    private final List<AuthorizationAttributes> allowed = new ArrayList<>();
    private final List<AuthorizationAttributes> refused = new ArrayList<>();
    private RbacAuthorizer authorizer = new RbacAuthorizer(RbacPolicy.EMPTY);
    private int next;

    /** Binds every user once and asks for something its role allows, and for something that it does not. */
    @Setup
    public void bind() {
        RbacPolicy policy = RbacPolicy.EMPTY.with(role());
        int each = SUBJECTS / BINDINGS;
        for (int i = 0; i < BINDINGS; i++) {
            policy = policy.with(binding(i, each));
        }
        authorizer = new RbacAuthorizer(policy);
        for (int i = 0; i < SUBJECTS; i++) {
            allowed.add(question(i, i / each, "group-19"));
            refused.add(question(i, i / each, "elsewhere"));
        }
    }

    private static AuthorizationAttributes question(int user, int binding, String group) {
        UserInfo who = new UserInfo("user-" + user, "", List.of("devs", "system:authenticated"), Map.of());
        GroupVersionResource what = new GroupVersionResource(group, "v1", "things");
        return AuthorizationAttributes.resource(who, "patch", what, "", "ns-" + binding % NAMESPACES, "web");
    }

    private static MapNode role() {
        List<Node> rules = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rules.add(MapNode.of(
                    "verbs", ListNode.ofStrings(List.of("create", "delete", "patch", "update")),
                    "apiGroups", ListNode.ofStrings(List.of("group-" + i)),
                    "resources", ListNode.ofStrings(List.of("others", "others/status", "things", "things/scale"))));
        }
        return object("ClusterRole", MapNode.of("name", "edit")).with("rules", ListNode.of(rules));
    }

    private static MapNode binding(int number, int subjects) {
        List<Node> users = new ArrayList<>();
        for (int i = 0; i < subjects; i++) {
            users.add(MapNode.of("kind", "User", "name", "user-" + (number * subjects + i)));
        }
        MapNode name = MapNode.of("name", "b-" + number);
        MapNode binding = number % 2 == 0
                ? object("ClusterRoleBinding", name)
                : object("RoleBinding", name.with("namespace", "ns-" + number % NAMESPACES));
        return binding.with("roleRef", MapNode.of("kind", "ClusterRole", "name", "edit"))
                .with("subjects", ListNode.of(users));
    }

    private static MapNode object(String kind, MapNode metadata) {
        return MapNode.of("kind", kind, "metadata", metadata);
    }

    /** A request that the twentieth rule allows. */
    @Benchmark
    public Decision allow() {
        return authorizer.authorize(allowed.get(next()));
    }

    /** A request that nothing allows. */
    @Benchmark
    public Decision refuse() {
        return authorizer.authorize(refused.get(next()));
    }

    /** A binding more: what a write of the policy costs. */
    @Benchmark
    public RbacPolicy write() {
        return authorizer.policy().with(binding(BINDINGS + next() % BINDINGS, SUBJECTS / BINDINGS));
    }

    private int next() {
        next = next + 1 == SUBJECTS ? 0 : next + 1;
        return next;
    }
}
