package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.decode.InternalForm;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Addresses that somebody holds (pkg/apis/networking/validation/validation.go, ValidateIPAddress). */
final class IpAddressRules implements KindRules {

    private static final String PARENT = "networking.v1.ParentReference";

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

    private static boolean isSet(@Nullable Node node) {
        return node != null && !node.isNull();
    }

    @Override
    public FieldErrors validateUpdate(MapNode address, MapNode old) {
        FieldErrors errors = new FieldErrors();
        Node now = address.find("spec", "parentRef");
        Node then = old.find("spec", "parentRef");
        if (isSet(now) != isSet(then) || !InternalForm.same(PARENT, now, then)) {
            Node shown = isSet(now) ? InternalForm.of(PARENT, now) : ScalarNode.NULL;
            errors.add(FieldError.invalid("spec.parentRef", shown, Check.IMMUTABLE));
        }
        return errors;
    }
}
