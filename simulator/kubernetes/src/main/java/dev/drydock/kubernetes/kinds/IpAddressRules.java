package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;

/** Addresses that somebody holds (pkg/apis/networking/validation/validation.go, ValidateIPAddress). */
final class IpAddressRules implements KindRules {

    @Override
    public FieldErrors validateCreate(MapNode address) {
        FieldErrors errors = new FieldErrors();
        Field parent = Field.of(address, errors).in("spec", "parentRef");
        if (!parent.isSet()) {
            parent.required("");
            return errors;
        }
        String group = parent.text("group");
        if (!group.isEmpty()) {
            parent.in("group").invalid(NameRules.dnsSubdomain(group));
        }
        for (String field : new String[] {"resource", "name"}) {
            Field text = parent.in(field);
            if (!text.isRequiredText()) {
                text.invalid(NameRules.pathSegment(text.text()));
            }
        }
        String namespace = parent.text("namespace");
        parent.in("namespace").invalid(NameRules.pathSegment(namespace));
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode address, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Check.immutable(errors, "spec.parentRef", address, old, "spec", "parentRef");
        return errors;
    }
}
