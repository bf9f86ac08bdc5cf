package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The addresses and families of services (core/validation/validation.go, ValidateServiceClusterIPsRelatedFields). */
final class ServiceAddressRules {

    private static final String ADDRESSES = "spec.clusterIPs";
    private static final String FAMILIES = "spec.ipFamilies";
    private static final String POLICY = "spec.ipFamilyPolicy";

    private ServiceAddressRules() {}

    static FieldErrors validate(MapNode spec) {
        FieldErrors errors = new FieldErrors();
        if (ServiceRules.type(spec).equals("ExternalName")) {
            return errors;
        }
        ListNode addresses = spec.findList("clusterIPs");
        List<String> texts = addresses.strings();
        inAgreement(spec.findText("clusterIP"), addresses, errors);
        families(spec, errors);
        boolean bad = false;
        for (int i = 0; i < texts.size(); i++) {
            if (i == 0 && texts.get(0).equals(ServiceRules.NONE)) {
                if (texts.size() > 1) {
                    bad = true;
                    errors.add(FieldError.invalid(ADDRESSES, addresses, "'None' must be the first and only value"));
                }
                continue;
            }
            FieldErrors wrong = IpAddress.validate(ADDRESSES + "[" + i + "]", texts.get(i));
            bad |= !wrong.isEmpty();
            errors.addAll(wrong);
        }
        if (texts.size() > 2) {
            errors.add(FieldError.invalid(ADDRESSES, addresses, "may only hold up to 2 values"));
        }
        if (bad) {
            return errors;
        }
        List<String> implied = Pool.families(texts);
        if (texts.size() > 1 && Set.copyOf(implied).size() < 2) {
            errors.add(FieldError.invalid(ADDRESSES, addresses, "may specify no more than one IP for each IP family"));
        }
        if (!ServiceRules.isHeadless(spec)) {
            matching(spec, texts, implied, errors);
        }
        return errors;
    }

    private static void inAgreement(String address, ListNode addresses, FieldErrors errors) {
        if (address.isEmpty()) {
            if (!addresses.isEmpty()) {
                errors.add(FieldError.invalid(ADDRESSES, addresses, "must be empty when `clusterIP` is not specified"));
            }
        } else if (addresses.isEmpty()) {
            errors.add(FieldError.required(ADDRESSES, ""));
        } else if (!addresses.strings().get(0).equals(address)) {
            errors.add(FieldError.invalid(ADDRESSES, addresses, "first value must match `clusterIP`"));
        }
    }

    private static void families(MapNode spec, FieldErrors errors) {
        List<String> families = spec.findList("ipFamilies").strings();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < families.size(); i++) {
            Check.oneOf(errors, FAMILIES + "[" + i + "]", families.get(i), List.of("IPv4", "IPv6"));
            if (!seen.add(families.get(i))) {
                errors.add(FieldError.duplicate(FAMILIES + "[" + i + "]", families.get(i)));
            }
        }
        if (Read.has(spec, "ipFamilyPolicy")) {
            Check.oneOf(
                    errors,
                    POLICY,
                    spec.findText("ipFamilyPolicy"),
                    List.of("PreferDualStack", "RequireDualStack", "SingleStack"));
        }
    }

    private static void matching(MapNode spec, List<String> texts, List<String> implied, FieldErrors errors) {
        List<String> families = spec.findList("ipFamilies").strings();
        for (int i = 0; i < Math.min(texts.size(), families.size()); i++) {
            if (List.of("IPv4", "IPv6").contains(families.get(i))
                    && !implied.get(i).equals(families.get(i))) {
                errors.add(FieldError.invalid(
                        ADDRESSES + "[" + i + "]",
                        texts.get(i),
                        "expected an " + families.get(i) + " value as indicated by `ipFamilies[" + i + "]`"));
            }
        }
    }

    /** What may change of addresses and families (validateUpgradeDowngradeClusterIPs, …IPFamilies). */
    static FieldErrors validateUpdate(MapNode spec, MapNode before) {
        FieldErrors errors = new FieldErrors();
        if (ServiceRules.type(spec).equals("ExternalName")
                || ServiceRules.type(before).equals("ExternalName")) {
            return errors;
        }
        boolean headless = ServiceRules.isHeadless(spec);
        boolean wasHeadless = ServiceRules.isHeadless(before);
        if (!headless || !wasHeadless) {
            addresses(spec, spec.findList("clusterIPs"), before.findList("clusterIPs"), errors);
        }
        if (!headless && !wasHeadless) {
            families(spec, spec.findList("ipFamilies"), before.findList("ipFamilies"), errors);
        }
        return errors;
    }

    private static void addresses(MapNode spec, ListNode now, ListNode then, FieldErrors errors) {
        String changed = "may not change once set";
        if (now.size() == then.size()) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(then.get(i))) {
                    errors.add(FieldError.invalid(ADDRESSES + "[" + i + "]", now, changed));
                }
            }
            return;
        }
        if (now.isEmpty()) {
            errors.add(FieldError.invalid(
                    ADDRESSES + "[0]", Read.value(spec, "clusterIPs"), "primary clusterIP can not be unset"));
        }
        if (!now.isEmpty() && !then.isEmpty() && !now.get(0).equals(then.get(0))) {
            errors.add(FieldError.invalid(ADDRESSES + "[0]", now, changed));
        }
        if (now.size() == 1 && then.size() > 1) {
            singleStack(spec, "clusterIP", errors);
        }
    }

    private static void families(MapNode spec, ListNode now, ListNode then, FieldErrors errors) {
        String first = FAMILIES + "[0]";
        if (now.size() == then.size()) {
            for (int i = 0; i < now.size(); i++) {
                if (!now.get(i).equals(then.get(i))) {
                    errors.add(FieldError.invalid(first, now, "may not change once set"));
                }
            }
            return;
        }
        if (then.size() > now.size() && spec.findList("clusterIPs").isEmpty()) {
            errors.add(FieldError.invalid(first, now, "primary ipFamily can not be unset"));
        }
        if (!now.isEmpty() && !then.isEmpty() && !now.get(0).equals(then.get(0))) {
            errors.add(FieldError.invalid(first, Read.value(spec, "clusterIPs"), "may not change once set"));
        }
        if (now.size() == 1 && then.size() > 1) {
            singleStack(spec, "ipFamily", errors);
        }
    }

    private static void singleStack(MapNode spec, String what, FieldErrors errors) {
        if (!spec.findText("ipFamilyPolicy").equals("SingleStack")) {
            errors.add(FieldError.invalid(
                    POLICY,
                    Read.value(spec, "ipFamilyPolicy"),
                    "must be set to 'SingleStack' when releasing the secondary " + what));
        }
    }
}
