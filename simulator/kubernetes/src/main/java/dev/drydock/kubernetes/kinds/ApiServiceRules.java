package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** Registrations of API servers (kube-aggregator, pkg/apis/apiregistration/validation/validation.go). */
final class ApiServiceRules implements KindRules {

    private static final int MOST_GROUP_PRIORITY = 20000;
    private static final int MOST_VERSION_PRIORITY = 1000;

    @Override
    public FieldErrors validateCreate(MapNode object) {
        FieldErrors errors = new FieldErrors();
        Field service = Field.of(object, errors);
        Field spec = service.in("spec");
        name(service.in("metadata", "name"), spec.text("version") + "." + spec.text("group"));
        Field group = spec.in("group");
        if (!group.text().isEmpty()) {
            group.invalid(NameRules.dnsSubdomain(group.text()));
        } else if (!spec.text("version").equals("v1")) {
            group.required("only v1 may have an empty group and it better be legacy kube");
        }
        String version = spec.text("version");
        NameRules.dns1035Label(version).forEach(text -> spec.in("version").invalid(version, text));
        priority(spec.in("groupPriorityMinimum"), MOST_GROUP_PRIORITY);
        priority(spec.in("versionPriority"), MOST_VERSION_PRIORITY);
        if (spec.has("service")) {
            remote(spec);
        } else {
            local(spec);
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode object, MapNode old) {
        return validateCreate(object);
    }

    private static void name(Field name, String wanted) {
        List<String> wrong = NameRules.pathSegment(name.text());
        if (wrong.isEmpty() && !name.text().equals(wanted)) {
            name.invalid("must be `spec.version+\".\"+spec.group`: " + GoQuote.quote(wanted));
        }
    }

    private static void priority(Field priority, int most) {
        long number = priority.number(0);
        if (number <= 0 || number > most) {
            priority.invalid(number, "must be positive and less than " + most);
        }
    }

    private static void local(Field spec) {
        if (!spec.text("caBundle").isEmpty()) {
            int bytes = KeyedData.bytes(spec.text("caBundle")).length;
            spec.in("caBundle").invalid(bytes + " bytes", "local APIServices may not have a caBundle");
        }
        if (spec.isTrue("insecureSkipTLSVerify")) {
            spec.in("insecureSkipTLSVerify").invalid("local APIServices may not have insecureSkipTLSVerify");
        }
    }

    private static void remote(Field spec) {
        Field service = spec.in("service");
        service.in("namespace").isRequiredText();
        service.in("name").isRequiredText();
        long port = service.number("port");
        List<String> wrong = PortRules.number(port);
        if (!wrong.isEmpty()) {
            service.in("port").invalid(port, "port is not valid: " + String.join(", ", wrong));
        }
        if (spec.isTrue("insecureSkipTLSVerify") && !spec.text("caBundle").isEmpty()) {
            spec.in("insecureSkipTLSVerify").invalid("may not be true if caBundle is present");
        }
    }
}
