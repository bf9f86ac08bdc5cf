package dev.drydock.kubernetes.expression;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Authorizer;
import dev.drydock.kubernetes.authorization.Decision;

/**
 * Asks the authorizer for a user (apiserver, pkg/cel/library/authz.go).
 *
 * @param user for whom is asked
 * @param authorizer who answers
 */
public record AuthorizerValue(UserInfo user, Authorizer authorizer) implements IncomparableValue {

    static final CelType TYPE = CelType.object("kubernetes.authorization.Authorizer");

    /** The check of the resource that a request is about. */
    public Value resource(String group, String resource, String subresource, String namespace, String name) {
        return new ResourceCheck(this, group, resource, subresource, namespace, name);
    }

    @Override
    public CelType type() {
        return TYPE;
    }

    /** A check of a URL that is no resource. */
    record PathCheck(AuthorizerValue asker, String path) implements IncomparableValue {

        static final CelType TYPE = CelType.object("kubernetes.authorization.PathCheck");

        DecisionValue check(String verb) {
            return new DecisionValue(asker.authorizer.authorize(AuthorizationAttributes.path(asker.user, verb, path)));
        }

        @Override
        public CelType type() {
            return TYPE;
        }
    }

    /** A check of resources of a group, which is not complete. */
    record GroupCheck(AuthorizerValue asker, String group) implements IncomparableValue {

        static final CelType TYPE = CelType.object("kubernetes.authorization.GroupCheck");

        @Override
        public CelType type() {
            return TYPE;
        }
    }

    /** A check of a resource. Selectors narrow what is asked; the authorizers here do not look at them. */
    record ResourceCheck(
            AuthorizerValue asker, String group, String resource, String subresource, String namespace, String name)
            implements IncomparableValue {

        static final CelType TYPE = CelType.object("kubernetes.authorization.ResourceCheck");

        ResourceCheck withSubresource(String other) {
            return new ResourceCheck(asker, group, resource, other, namespace, name);
        }

        ResourceCheck withNamespace(String other) {
            return new ResourceCheck(asker, group, resource, subresource, other, name);
        }

        ResourceCheck withName(String other) {
            return new ResourceCheck(asker, group, resource, subresource, namespace, other);
        }

        DecisionValue check(String verb) {
            return new DecisionValue(asker.authorizer.authorize(new AuthorizationAttributes(
                    asker.user, verb, group, "*", resource, subresource, namespace, name, "", true)));
        }

        @Override
        public CelType type() {
            return TYPE;
        }
    }

    /** The answer of the authorizer. */
    record DecisionValue(Decision decision) implements IncomparableValue {

        static final CelType TYPE = CelType.object("kubernetes.authorization.Decision");

        @Override
        public CelType type() {
            return TYPE;
        }
    }
}
