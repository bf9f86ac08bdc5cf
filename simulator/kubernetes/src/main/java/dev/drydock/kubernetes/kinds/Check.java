package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.Node;
import java.util.List;

/** The rules that many kinds share. */
final class Check {

    static final String IMMUTABLE = "field is immutable";

    private Check() {}

    /** Reports each text about a value. */
    static void all(FieldErrors errors, String field, Object value, List<String> wrong) {
        wrong.forEach(text -> errors.add(FieldError.invalid(field, value, text)));
    }

    /** A name that must be there and fit into a path. */
    static void requiredSegment(FieldErrors errors, String field, String value) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else {
            all(errors, field, value, NameRules.pathSegment(value));
        }
    }

    /** A part that may not change. */
    static void immutable(FieldErrors errors, String field, Node object, Node old, String... path) {
        if (!Read.same(object.find(path), old.find(path))) {
            errors.add(FieldError.invalid(field, Read.value(object, path), IMMUTABLE));
        }
    }

    /** One of a list of known texts, which are printed in the given order. */
    static void oneOf(FieldErrors errors, String field, String value, List<String> known) {
        if (!known.contains(value)) {
            errors.add(FieldError.notSupported(field, value, known));
        }
    }

    /** A DNS subdomain, or one with a star at its front. */
    static List<String> host(String host) {
        if (!host.contains("*")) {
            return NameRules.dnsSubdomain(host);
        }
        String label = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
        String form = "\\*\\." + label + "(\\." + label + ")*";
        return host.matches(form)
                ? List.of()
                : List.of(NameRules.regexError(
                        "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must"
                                + " consist of lower case alphanumeric characters, '-' or '.' and end with an alphanumeric"
                                + " character",
                        form,
                        "*.example.com"));
    }

    /** A path with a domain before it, such as {@code acme.io/foo}. */
    static void domainPrefixedPath(FieldErrors errors, String field, String value) {
        int slash = value.indexOf('/');
        if (value.isEmpty()) {
            errors.add(FieldError.required(field, ""));
        } else if (slash <= 0 || slash == value.length() - 1) {
            errors.add(FieldError.invalid(field, value, "must be a domain-prefixed path (such as \"acme.io/foo\")"));
        } else {
            String host = value.substring(0, slash);
            String path = value.substring(slash + 1);
            all(errors, field, host, NameRules.dnsSubdomain(host));
            String form = "[A-Za-z0-9/\\-._~%!$&'()*+,;=:]+";
            if (!path.matches(form)) {
                errors.add(FieldError.invalid(field, path, NameRules.regexError("Invalid path", form)));
            }
        }
    }
}
