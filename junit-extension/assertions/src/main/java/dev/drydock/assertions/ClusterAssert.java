package dev.drydock.assertions;

import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.scenario.testing.Cluster;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** Assertions about a cluster. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ClusterAssert extends AbstractAssert<ClusterAssert, Cluster> {

    ClusterAssert(Cluster cluster) {
        super(cluster, ClusterAssert.class);
    }

    /**
     * Assertions about the predicted outcome of an object.
     *
     * @param target {@code Kind/namespace/name} or {@code Kind/name}
     */
    public OutcomeAssert outcomeOf(String target) {
        isNotNull();
        return new OutcomeAssert(actual, target);
    }

    /** Assertions about a Kustomization by {@code namespace/name}. */
    public OutcomeAssert kustomization(String name) {
        return outcomeOf("Kustomization/" + name);
    }

    /** Assertions about a HelmRelease by {@code namespace/name}. */
    public OutcomeAssert helmRelease(String name) {
        return outcomeOf("HelmRelease/" + name);
    }

    /** Assertions about a GitRepository by {@code namespace/name}. */
    public OutcomeAssert gitRepository(String name) {
        return outcomeOf("GitRepository/" + name);
    }

    /** Verifies that an object exists. */
    public ClusterAssert hasObject(String target) {
        isNotNull();
        if (actual.object(target).isEmpty()) {
            FailureText text = FailureText.of("object " + target)
                    .line("expected", "exists")
                    .line("found", "no such object");
            actual.nearest(target).ifPresent(near -> text.line("nearest", near));
            throw failure(text.text());
        }
        return this;
    }

    /**
     * Verifies that an object does not exist.
     *
     * @throws IllegalArgumentException when nothing served its kind at any time; names the nearest
     */
    public ClusterAssert hasNoObject(String target) {
        isNotNull();
        actual.checkServed(target);
        actual.object(target).ifPresent(object -> {
            throw failure(FailureText.of("object " + target)
                    .line("expected", "does not exist")
                    .line("found", object.toString())
                    .text());
        });
        return this;
    }

    /**
     * Verifies that a user may do something.
     *
     * @param resource plural name with its group, such as {@code deployments.apps}
     * @param namespace namespace, empty for the cluster scope
     */
    public ClusterAssert allows(UserInfo user, String verb, String resource, String namespace) {
        return judge(user, verb, resource, namespace, true);
    }

    /** Verifies that a user may not do something. */
    public ClusterAssert forbids(UserInfo user, String verb, String resource, String namespace) {
        return judge(user, verb, resource, namespace, false);
    }

    private ClusterAssert judge(UserInfo user, String verb, String resource, String namespace, boolean expected) {
        isNotNull();
        Decision decision = actual.authorize(user, verb, resource, namespace, "");
        if (decision.isAllowed() != expected) {
            Explanation explanation = decision.explanation();
            FailureText text = FailureText.of(user.name() + " " + verb + " " + resource
                            + (namespace.isEmpty() ? " at the cluster scope" : " in " + namespace))
                    .line("expected", expected ? "allowed" : "forbidden")
                    .line("found", decision.isAllowed() ? "allowed" : "forbidden")
                    .line("because", explanation.because());
            explanation.considered().forEach(line -> text.line("", line));
            if (expected) {
                List<String> remedies = explanation.toAllow();
                remedies.forEach(line -> text.line("to allow", line));
            }
            throw failure(text.text());
        }
        return this;
    }

    private AssertionError failure(String message) {
        failWithMessage("%s", message);
        return new AssertionError(message); // not reached
    }
}
