package dev.drydock.scenario.run;

import dev.drydock.kubernetes.GroupVersionResource;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.AuthorizationAttributes;
import dev.drydock.kubernetes.authorization.Decision;
import dev.drydock.kubernetes.discovery.ApiResource;
import dev.drydock.scenario.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges {@code can} and {@code cannot}. */
final class CanCheck {

    private CanCheck() {}

    static Finding judge(Check.Can check, World world) {
        String title = check.as().user() + (check.allowed() ? " can " : " cannot ") + check.verb() + " "
                + check.resource() + (check.subresource().isEmpty() ? "" : "/" + check.subresource())
                + (check.name().isEmpty() ? "" : " " + check.name())
                + (check.namespace().isEmpty() ? "" : " in " + check.namespace());
        UserInfo user = Checks.user(check.as());
        AuthorizationAttributes question;
        if (check.resource().startsWith("/")) {
            question = AuthorizationAttributes.path(user, check.verb(), check.resource());
        } else {
            Optional<ApiResource> resource = world.cluster().server().discovery().all().stream()
                    .filter(r -> r.resource().groupResource().equals(check.resource()))
                    .findFirst();
            if (resource.isEmpty()) {
                return new Finding(
                        Verdict.FAILED,
                        title,
                        check.location(),
                        List.of(new Finding.Line(
                                "found",
                                "nothing serves " + check.resource()
                                        + "; a plural name is expected, with .GROUP outside the core group"
                                        + world.nearestResource(check.resource()))));
            }
            GroupVersionResource gvr = resource.get().resource();
            question = AuthorizationAttributes.resource(
                    user, check.verb(), gvr, check.subresource(), check.namespace(), check.name());
        }
        Decision decision = world.cluster().server().authorize(question);
        List<Finding.Line> lines = new ArrayList<>();
        lines.add(new Finding.Line("expected", check.allowed() ? "yes" : "no"));
        lines.add(new Finding.Line(
                "found",
                (decision.isAllowed() ? "yes" : "no") + (decision.reason().isEmpty() ? "" : "\n" + decision.reason())));
        lines.addAll(Reasons.of(decision.explanation()));
        boolean right = decision.isAllowed() == check.allowed();
        return new Finding(right ? Verdict.HELD : Verdict.FAILED, title, check.location(), lines);
    }
}
