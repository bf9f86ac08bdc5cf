package dev.drydock.kubernetes.expression;

import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.expression.AuthorizerValue.DecisionValue;
import dev.drydock.kubernetes.expression.AuthorizerValue.GroupCheck;
import dev.drydock.kubernetes.expression.AuthorizerValue.PathCheck;
import dev.drydock.kubernetes.expression.AuthorizerValue.ResourceCheck;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Questions to the authorizer (apiserver, pkg/cel/library/authz.go). */
final class AuthorizerLibrary implements Library {

    private static final CelType AUTHORIZER = AuthorizerValue.TYPE;
    private static final CelType RESOURCE = ResourceCheck.TYPE;
    private static final CelType DECISION = DecisionValue.TYPE;

    @Override
    public Set<String> names() {
        return Set.of(
                "path",
                "group",
                "serviceAccount",
                "resource",
                "subresource",
                "namespace",
                "name",
                "fieldSelector",
                "labelSelector",
                "check",
                "errored",
                "error",
                "allowed",
                "reason");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("path", member("authorizer_path", List.of(AUTHORIZER, STRING), PathCheck.TYPE, a -> {
                    String path = text(a, 1);
                    return path.isBlank()
                            ? new Failure("path must not be empty")
                            : new PathCheck((AuthorizerValue) a.get(0), path);
                })),
                function(
                        "group",
                        member(
                                "authorizer_group",
                                List.of(AUTHORIZER, STRING),
                                GroupCheck.TYPE,
                                a -> new GroupCheck((AuthorizerValue) a.get(0), text(a, 1)))),
                function(
                        "serviceAccount",
                        member(
                                "authorizer_serviceaccount",
                                List.of(AUTHORIZER, STRING, STRING),
                                AUTHORIZER,
                                AuthorizerLibrary::serviceAccount)),
                function("resource", member("groupcheck_resource", List.of(GroupCheck.TYPE, STRING), RESOURCE, a -> {
                    GroupCheck check = (GroupCheck) a.get(0);
                    return text(a, 1).isBlank()
                            ? new Failure("resource must not be empty")
                            : new ResourceCheck(check.asker(), check.group(), text(a, 1), "", "", "");
                })),
                function("subresource", narrowed("resourcecheck_subresource", ResourceCheck::withSubresource)),
                function("namespace", narrowed("resourcecheck_namespace", ResourceCheck::withNamespace)),
                function("name", narrowed("resourcecheck_name", ResourceCheck::withName)),
                function("fieldSelector", narrowed("authorizer_fieldselector", (check, selector) -> check)),
                function("labelSelector", narrowed("authorizer_labelselector", (check, selector) -> check)),
                function(
                        "check",
                        member(
                                "pathcheck_check",
                                List.of(PathCheck.TYPE, STRING),
                                DECISION,
                                a -> ((PathCheck) a.get(0)).check(text(a, 1))),
                        member(
                                "resourcecheck_check",
                                List.of(RESOURCE, STRING),
                                DECISION,
                                a -> ((ResourceCheck) a.get(0)).check(text(a, 1)))),
                // authorizers of a simulated cluster do not fail
                function("errored", member("decision_errored", List.of(DECISION), BOOL, a -> Scalar.FALSE)),
                function("error", member("decision_error", List.of(DECISION), STRING, a -> Scalar.EMPTY)),
                function(
                        "allowed",
                        member(
                                "decision_allowed",
                                List.of(DECISION),
                                BOOL,
                                a -> Scalar.of(
                                        ((DecisionValue) a.get(0)).decision().isAllowed()))),
                function(
                        "reason",
                        member(
                                "decision_reason",
                                List.of(DECISION),
                                STRING,
                                a -> Scalar.of(
                                        ((DecisionValue) a.get(0)).decision().reason()))));
    }

    private static Overload narrowed(String id, BiFunction<ResourceCheck, String, ResourceCheck> change) {
        return member(id, List.of(RESOURCE, STRING), RESOURCE, a -> change.apply((ResourceCheck) a.get(0), text(a, 1)));
    }

    private static String text(List<Value> arguments, int index) {
        return ((Scalar.Text) arguments.get(index)).value();
    }

    private static Value serviceAccount(List<Value> arguments) {
        String namespace = text(arguments, 1);
        String name = text(arguments, 2);
        if (!NameRules.dnsSubdomain(name).isEmpty()) {
            return new Failure("Invalid service account name");
        }
        if (!NameRules.dnsLabel(namespace).isEmpty()) {
            return new Failure("Invalid service account namespace");
        }
        return new AuthorizerValue(
                UserInfo.serviceAccount(namespace, name), ((AuthorizerValue) arguments.get(0)).authorizer());
    }
}
