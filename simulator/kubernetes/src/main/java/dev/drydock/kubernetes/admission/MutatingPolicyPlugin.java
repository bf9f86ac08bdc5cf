package dev.drydock.kubernetes.admission;

import dev.drydock.kubernetes.Status;
import dev.drydock.kubernetes.admission.Policies.Bound;
import dev.drydock.kubernetes.authorization.Forbidden;
import dev.drydock.kubernetes.decode.Decoder;
import dev.drydock.kubernetes.decode.DecodingException;
import dev.drydock.kubernetes.kinds.BuiltInKinds;
import dev.drydock.kubernetes.kinds.defaults.BuiltInDefaults;
import dev.drydock.kubernetes.policy.MutatingPolicy;
import dev.drydock.kubernetes.schema.TypeRef;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Has the mutating policies that are bound change the object, in the order of their names; those that want to see what
 * others made of it are asked once more (apiserver, policy/mutating/dispatcher.go).
 */
final class MutatingPolicyPlugin extends PhasePlugin {

    private static final Policies POLICIES =
            new Policies("mutatingadmissionpolicies", "mutatingadmissionpolicybindings");

    MutatingPolicyPlugin() {
        super(true, "MutatingAdmissionPolicy");
    }

    /**
     * Something that went wrong.
     *
     * @param reason the reason that it gives to the answer; empty for one of configuration
     */
    private record Wrong(String message, String reason) {}

    @Override
    AdmissionResult answer(AdmissionRequest request) {
        if (WebhookRules.isExempt(request)) {
            return AdmissionResult.unchanged(request);
        }
        try {
            return changed(request);
        } catch (MutatingPolicy.Completion.Malformed e) {
            return AdmissionResult.refused(
                    new Status(500, "InternalError", "Internal error occurred: " + e.getMessage(), internal(e)));
        }
    }

    private static MapNode internal(Exception e) {
        Node cause = MapNode.of("message", String.valueOf(e.getMessage()));
        return MapNode.of("causes", ListNode.of(List.of(cause)));
    }

    private static AdmissionResult changed(AdmissionRequest request) throws MutatingPolicy.Completion.Malformed {
        List<Wrong> wrong = new ArrayList<>();
        List<PolicyInvocation.Run> runs = new ArrayList<>();
        for (PolicyInvocation invocation : PolicyInvocation.of(request, POLICIES)) {
            if (invocation instanceof PolicyInvocation.Run run) {
                runs.add(run);
            } else if (invocation instanceof PolicyInvocation.Misconfigured misconfigured) {
                String who = misconfigured.binding().isEmpty()
                        ? "policy " + GoQuote.quote(misconfigured.bound().name())
                        : with(misconfigured.bound(), misconfigured.binding());
                wrong.add(new Wrong(who + " denied request: " + misconfigured.message(), ""));
            }
        }
        MapNode object = request.object();
        if (object != null && !runs.isEmpty()) {
            Set<String> invoked = new HashSet<>();
            Round first = run(request, object, runs, wrong, invoked);
            object = first.object;
            if (first.dirty && wrong.isEmpty()) {
                List<PolicyInvocation.Run> once = runs.stream()
                        .filter(run -> isAskedAgain(run) && invoked.contains(key(run)))
                        .toList();
                object = run(request, object, once, wrong, invoked).object;
            }
        }
        if (!wrong.isEmpty()) {
            return AdmissionResult.refused(refusal(request, wrong));
        }
        return object == null ? AdmissionResult.unchanged(request) : AdmissionResult.changed(object);
    }

    private static String key(PolicyInvocation.Run run) {
        return run.bound().name() + "/" + run.bindingName() + "/"
                + run.params()
                        .map(found ->
                                found.findText("metadata", "namespace") + "/" + found.findText("metadata", "name"))
                        .orElse("");
    }

    private static boolean isAskedAgain(PolicyInvocation.Run run) {
        return run.bound().policy().findText("spec", "reinvocationPolicy").equals("IfNeeded");
    }

    private static String with(Bound bound, String binding) {
        return "policy '" + bound.name() + "' with binding '" + binding + "'";
    }

    private record Round(MapNode object, boolean dirty) {}

    private static Round run(
            AdmissionRequest request,
            MapNode object,
            List<PolicyInvocation.Run> runs,
            List<Wrong> wrong,
            Set<String> invoked)
            throws MutatingPolicy.Completion.Malformed {
        MapNode changed = object;
        boolean dirty = false;
        TypeRef type = request.cluster().types().find(request.kind()).orElse(TypeRef.DEDUCED);
        for (PolicyInvocation.Run run : runs) {
            AdmissionRequest now = request.withObject(changed);
            MutatingPolicy.Outcome outcome = MutatingPolicy.mutate(
                    run.bound().compiled(),
                    PolicyInputs.of(now, run.matched(), run.params()),
                    changed,
                    type,
                    (mutated, strict) -> complete(request, mutated, strict));
            changed = outcome.object();
            dirty |= outcome.dirty();
            if (outcome.invoked()) {
                invoked.add(key(run));
            }
            if (run.bound().failing()) {
                String who = with(run.bound(), run.bindingName());
                outcome.errors().forEach(error -> wrong.add(new Wrong(who + " denied request: " + error, "Invalid")));
            }
        }
        return new Round(changed, dirty);
    }

    private static MapNode complete(AdmissionRequest request, MapNode object, boolean strict)
            throws MutatingPolicy.Completion.Malformed {
        if (!request.subresource().isEmpty() || !request.cluster().types().isBuiltIn(request.kind())) {
            return object;
        }
        try {
            Decoder.Typed read =
                    strict ? Decoder.read(object, request.kind()) : Decoder.convert(object, request.kind());
            if (strict && !read.problems().isEmpty()) {
                throw new MutatingPolicy.Completion.Malformed(
                        "strict decoding error: " + String.join(", ", read.problems()));
            }
            return BuiltInKinds.rulesOf(request.resource())
                    .defaults(BuiltInDefaults.apply(read.object(), request.kind()));
        } catch (DecodingException e) {
            throw new MutatingPolicy.Completion.Malformed(e.words());
        }
    }

    private static Status refusal(AdmissionRequest request, List<Wrong> wrong) {
        String name = request.name().isEmpty() ? "Unknown" : request.name();
        Status forbidden = Forbidden.of(request.resource(), name, "");
        List<Node> causes = new ArrayList<>();
        wrong.forEach(each -> causes.add(MapNode.of("message", each.message)));
        String reason = wrong.get(0).reason.isEmpty() ? forbidden.reason() : wrong.get(0).reason;
        return new Status(
                forbidden.code(),
                reason,
                wrong.get(0).message,
                Objects.requireNonNull(forbidden.details()).with("causes", ListNode.of(causes)));
    }
}
