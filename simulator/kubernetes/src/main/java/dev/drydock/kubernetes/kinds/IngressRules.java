package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.kubernetes.validation.PortRules;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.List;

/** Ingresses (upstream {@code pkg/apis/networking/validation/validation.go}). */
final class IngressRules implements KindRules {

    private static final String CLASS_ANNOTATION = "kubernetes.io/ingress.class";
    private static final List<String> BAD_PARTS = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> BAD_ENDS = List.of("/..", "/.");

    @Override
    public FieldErrors validateCreate(MapNode ingress) {
        FieldErrors errors = validate(ingress.findMap("spec"));
        MapNode annotations = ingress.findMap("metadata", "annotations");
        String annotation = annotations.findText(CLASS_ANNOTATION);
        if (annotations.has(CLASS_ANNOTATION)
                && Read.has(ingress, "spec", "ingressClassName")
                && !annotation.equals(ingress.findText("spec", "ingressClassName"))) {
            errors.add(FieldError.invalid(
                    "annotations." + CLASS_ANNOTATION,
                    annotation,
                    "must match `ingressClassName` when both are specified"));
        }
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode ingress, MapNode old) {
        return validate(ingress.findMap("spec"));
    }

    @Override
    public List<String> warningsOnCreate(MapNode ingress) {
        boolean isOld = ingress.findMap("metadata", "annotations").has(CLASS_ANNOTATION)
                && !Read.has(ingress, "spec", "ingressClassName");
        return isOld
                ? List.of("annotation " + GoQuote.quote(CLASS_ANNOTATION)
                        + " is deprecated, please use 'spec.ingressClassName' instead")
                : List.of();
    }

    private static FieldErrors validate(MapNode spec) {
        FieldErrors errors = new FieldErrors();
        boolean hasBackend = spec.get("defaultBackend") instanceof MapNode;
        if (spec.findList("rules").isEmpty() && !hasBackend) {
            errors.add(FieldError.invalid(
                    "spec", Read.value(spec, "rules"), "either `defaultBackend` or `rules` must be specified"));
        }
        if (hasBackend) {
            backend(errors, spec.findMap("defaultBackend"), "spec.defaultBackend");
        }
        Read.each(spec, "rules", "spec", (rule, path) -> rule(errors, rule, path));
        Read.each(spec, "tls", "spec", (tls, path) -> tls(errors, tls, path));
        if (Read.has(spec, "ingressClassName")) {
            String name = spec.findText("ingressClassName");
            Check.all(errors, "spec.ingressClassName", name, NameRules.dnsSubdomain(name));
        }
        return errors;
    }

    private static void rule(FieldErrors errors, MapNode rule, String path) {
        String host = rule.findText("host");
        if (!host.isEmpty()) {
            if (IpAddress.parse(host).isPresent()) {
                errors.add(FieldError.invalid(path + ".host", host, "must be a DNS name, not an IP address"));
            }
            Check.all(errors, path + ".host", host, Check.host(host));
        }
        if (rule.get("http") instanceof MapNode http) {
            // Upstream names the first rule here, whichever it is.
            String at = "spec.rules[0].http";
            if (http.findList("paths").isEmpty()) {
                errors.add(FieldError.required(at + ".paths", ""));
            }
            Read.each(http, "paths", at, (one, field) -> path(errors, one, field));
        }
    }

    private static void path(FieldErrors errors, MapNode path, String field) {
        if (!Read.has(path, "pathType")) {
            errors.add(FieldError.required(field + ".pathType", "pathType must be specified"));
            return;
        }
        String type = path.findText("pathType");
        String text = path.findText("path");
        boolean isAbsolute = text.startsWith("/");
        switch (type) {
            case "Exact", "Prefix" -> {
                if (!isAbsolute) {
                    errors.add(FieldError.invalid(field + ".path", text, "must be an absolute path"));
                }
                for (String part : BAD_PARTS) {
                    if (text.contains(part)) {
                        errors.add(FieldError.invalid(field + ".path", text, "must not contain '" + part + "'"));
                    }
                }
                for (String end : BAD_ENDS) {
                    if (text.endsWith(end)) {
                        errors.add(FieldError.invalid(field + ".path", text, "cannot end with '" + end + "'"));
                    }
                }
            }
            case "ImplementationSpecific" -> {
                if (!text.isEmpty() && !isAbsolute) {
                    errors.add(FieldError.invalid(field + ".path", text, "must be an absolute path"));
                }
            }
            default ->
                errors.add(FieldError.notSupported(
                        field + ".pathType", type, List.of("Exact", "ImplementationSpecific", "Prefix")));
        }
        backend(errors, path.findMap("backend"), field + ".backend");
    }

    private static void backend(FieldErrors errors, MapNode backend, String field) {
        boolean hasResource = backend.get("resource") instanceof MapNode;
        boolean hasService = backend.get("service") instanceof MapNode;
        if (hasResource && hasService) {
            errors.add(FieldError.invalid(field, "", "cannot set both resource and service backends"));
        } else if (hasResource) {
            reference(errors, backend.findMap("resource"), field + ".resource");
        } else if (hasService) {
            service(errors, backend.findMap("service"), field);
        } else {
            errors.add(FieldError.invalid(field, "", "resource or service backend is required"));
        }
    }

    private static void service(FieldErrors errors, MapNode service, String field) {
        String name = service.findText("name");
        if (name.isEmpty()) {
            errors.add(FieldError.required(field + ".service.name", ""));
        } else {
            Check.all(errors, field + ".service.name", name, NameRules.dnsLabel(name));
        }
        String portName = service.findText("port", "name");
        long number = Read.number(service, 0, "port", "number");
        if (!portName.isEmpty() && number != 0) {
            errors.add(FieldError.invalid(field, "", "cannot set both port name & port number"));
        } else if (!portName.isEmpty()) {
            Check.all(errors, field + ".service.port.name", portName, PortRules.name(portName));
        } else if (number != 0) {
            Check.all(errors, field + ".service.port.number", number, PortRules.number(number));
        } else {
            errors.add(FieldError.required(field, "port name or number is required"));
        }
    }

    /** A reference to an object of the same namespace, or of none. */
    static void reference(FieldErrors errors, Node reference, String field) {
        if (Read.has(reference, "apiGroup")) {
            String group = reference.findText("apiGroup");
            Check.all(errors, field + ".apiGroup", group, NameRules.dnsSubdomain(group));
        }
        Check.requiredSegment(errors, field + ".kind", reference.findText("kind"));
        Check.requiredSegment(errors, field + ".name", reference.findText("name"));
    }

    private static void tls(FieldErrors errors, MapNode tls, String path) {
        List<String> hosts = tls.findList("hosts").strings();
        for (int i = 0; i < hosts.size(); i++) {
            Check.all(errors, path + ".hosts[" + i + "]", hosts.get(i), Check.host(hosts.get(i)));
        }
        String secret = tls.findText("secretName");
        if (!secret.isEmpty()) {
            Check.all(errors, path + ".secretName", secret, NameRules.dnsSubdomain(secret));
        }
    }

    @Override
    public FieldErrors validateStatusUpdate(MapNode object, MapNode old) {
        return LoadBalancerStatus.ofIngress(object);
    }
}
