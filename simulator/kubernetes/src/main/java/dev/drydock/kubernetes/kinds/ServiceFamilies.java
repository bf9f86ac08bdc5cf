package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** The address families of services in a cluster with IPv4 alone (registry/core/service/storage/alloc.go, initIPFamilyFields). */
final class ServiceFamilies {

    private static final String POLICY = "spec.ipFamilyPolicy";
    private static final String SINGLE = "SingleStack";

    private ServiceFamilies() {}

    /** The spec with a policy and families; the old spec is empty for a new service. */
    static MapNode initialized(MapNode given, MapNode before) {
        if (ServiceRules.type(given).equals("ExternalName") || isUntouchedPreference(given, before)) {
            return given;
        }
        boolean free = ServiceRules.NONE.equals(given.findString("clusterIP"))
                && given.findMap("selector").isEmpty();
        MapNode spec = withPolicy(given, before, free);
        ServiceAllocation.refuse(ServiceAddressRules.validate(spec));
        FieldErrors errors = new FieldErrors();
        if (!before.isEmpty()) {
            spec = released(spec, before, errors);
        }
        String policy = spec.findText("ipFamilyPolicy");
        if (policy.equals(SINGLE)) {
            if (spec.findList("clusterIPs").size() == 2) {
                errors.add(multiple(policy, "cluster IPs"));
            }
            if (spec.findList("ipFamilies").size() == 2) {
                errors.add(multiple(policy, "IP families"));
            }
        }
        spec = inferred(spec, errors);
        ServiceAllocation.refuse(errors);
        return free ? ofFreeService(spec, policy) : checked(spec, policy);
    }

    private static FieldError multiple(String policy, String what) {
        return FieldError.invalid(
                POLICY,
                policy,
                "must be 'RequireDualStack' or 'PreferDualStack' when multiple " + what + " are specified");
    }

    /** A service that prefers two families stays as it is, whatever the cluster has become. */
    private static boolean isUntouchedPreference(MapNode spec, MapNode before) {
        String policy = "PreferDualStack";
        return policy.equals(spec.findString("ipFamilyPolicy"))
                && policy.equals(before.findString("ipFamilyPolicy"))
                && !ServiceRules.type(before).equals("ExternalName")
                && Read.same(spec.get("clusterIPs"), before.get("clusterIPs"))
                && Read.same(spec.get("ipFamilies"), before.get("ipFamilies"));
    }

    private static MapNode withPolicy(MapNode spec, MapNode before, boolean free) {
        if (Read.has(spec, "ipFamilyPolicy")) {
            return spec;
        }
        Node old = before.get("ipFamilyPolicy");
        if (!ServiceRules.isUnset(old)) {
            return spec.with("ipFamilyPolicy", Node.of(old));
        }
        return spec.with("ipFamilyPolicy", free ? "RequireDualStack" : SINGLE);
    }

    private static MapNode released(MapNode spec, MapNode before, FieldErrors errors) {
        MapNode result = spec;
        boolean single = spec.findText("ipFamilyPolicy").equals(SINGLE);
        for (String field : List.of("clusterIPs", "ipFamilies")) {
            ListNode now = spec.findList(field);
            ListNode then = before.findList(field);
            if (single && now.equals(then) && now.size() > 1) {
                result = result.with(field, ListNode.of(now.items().subList(0, 1)));
            } else if (!single
                    && then.size() == 2
                    && now.size() == 1
                    && now.get(0).equals(then.get(0))) {
                errors.add(FieldError.invalid(
                        POLICY,
                        spec.findText("ipFamilyPolicy"),
                        "must be 'SingleStack' to release the secondary "
                                + (field.equals("clusterIPs") ? "cluster IP" : "IP family")));
            }
        }
        return result;
    }

    /** Families that addresses imply. */
    private static MapNode inferred(MapNode spec, FieldErrors errors) {
        List<String> addresses = spec.findList("clusterIPs").strings();
        List<String> families = new ArrayList<>(spec.findList("ipFamilies").strings());
        List<String> implied = Pool.families(addresses);
        for (int i = families.size(); i < addresses.size(); i++) {
            if (addresses.get(i).equals(ServiceRules.NONE)) {
                break;
            }
            if (implied.get(i).equals("IPv4")) {
                families.add("IPv4");
            } else {
                errors.add(FieldError.invalid(
                        "spec.clusterIPs[" + i + "]",
                        spec.findList("clusterIPs"),
                        implied.get(i) + " is not configured on this cluster"));
            }
        }
        return families.isEmpty() ? spec : spec.with("ipFamilies", ListNode.ofStrings(families));
    }

    /** A headless service without a selector may have families that the cluster lacks. */
    private static MapNode ofFreeService(MapNode spec, String policy) {
        List<String> families = new ArrayList<>(spec.findList("ipFamilies").strings());
        if (families.isEmpty()) {
            families.add("IPv4");
        }
        if (families.size() < 2 && !policy.equals(SINGLE)) {
            families.add(families.get(0).equals("IPv4") ? "IPv6" : "IPv4");
        }
        return spec.with("ipFamilies", ListNode.ofStrings(families));
    }

    private static MapNode checked(MapNode spec, String policy) {
        FieldErrors errors = new FieldErrors();
        if (policy.equals("RequireDualStack")) {
            errors.add(FieldError.invalid(POLICY, policy, "this cluster is not configured for dual-stack services"));
        }
        List<String> families = spec.findList("ipFamilies").strings();
        for (int i = 0; i < families.size(); i++) {
            if (!families.get(i).equals("IPv4")) {
                errors.add(FieldError.invalid(
                        "spec.ipFamilies[" + i + "]", families.get(i), "not configured on this cluster"));
            }
        }
        ServiceAllocation.refuse(errors);
        return families.isEmpty() ? spec.with("ipFamilies", ListNode.ofStrings(List.of("IPv4"))) : spec;
    }
}
