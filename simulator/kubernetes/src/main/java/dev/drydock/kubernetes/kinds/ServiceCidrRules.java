package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Ranges of service addresses (pkg/apis/networking/validation/validation.go, ValidateServiceCIDR). */
final class ServiceCidrRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode range) {
        FieldErrors errors = new FieldErrors();
        check(Field.of(range, errors).in("spec", "cidrs"));
        return errors;
    }

    private static void check(Field cidrs) {
        List<String> texts = cidrs.value().findList().strings();
        if (texts.isEmpty()) {
            cidrs.required("at least one CIDR required");
            return;
        }
        if (texts.size() > 2) {
            cidrs.invalid(MapNode.of("CIDRs", cidrs.value()), "may only hold up to 2 values");
            return;
        }
        for (Field cidr : cidrs.items()) {
            cidr.addAll(IpRange.validateStrictly(cidr.path(), cidr.text()));
        }
        if (texts.size() == 2 && areOfOneFamily(texts)) {
            cidrs.invalid("may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/64");
        }
    }

    private static boolean areOfOneFamily(List<String> texts) {
        List<Integer> bits = new ArrayList<>();
        for (String text : texts) {
            IpRange.parse(text).ifPresent(range -> bits.add(range.address().bits()));
        }
        return bits.size() == 2 && bits.get(0).equals(bits.get(1));
    }

    @Override
    public FieldErrors validateUpdate(MapNode range, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Field cidrs = Field.of(range, errors).in("spec", "cidrs");
        List<String> now = cidrs.value().findList().strings();
        List<String> then = old.findList("spec", "cidrs").strings();
        if (now.size() < then.size()) {
            cidrs.invalid(Check.IMMUTABLE);
            return errors;
        }
        boolean changed = false;
        for (int i = 0; i < then.size(); i++) {
            if (!now.get(i).equals(then.get(i))) {
                changed = true;
                cidrs.items().get(i).invalid(Check.IMMUTABLE);
            }
        }
        if (!changed && now.size() > then.size()) {
            check(cidrs);
        }
        return errors;
    }
}
