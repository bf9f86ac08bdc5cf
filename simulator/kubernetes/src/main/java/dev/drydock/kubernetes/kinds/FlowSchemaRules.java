package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;

/** Flows of requests (pkg/apis/flowcontrol/validation/validation.go, ValidateFlowSchema). */
final class FlowSchemaRules implements KindRules {

    private static final int MOST_PRECEDENCE = 10000;
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "proxy", "update", "watch");
    private static final List<String> KINDS = List.of("Group", "ServiceAccount", "User");

    /** The fields of the kinds of subjects, in the order in which they are looked at. */
    private static final Map<String, String> FIELDS =
            Map.of("ServiceAccount", "serviceAccount", "User", "user", "Group", "group");

    @Override
    public FieldErrors validateCreate(MapNode schema) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(schema, errors).in("spec");
        Field precedence = spec.in("matchingPrecedence");
        long number = precedence.number(0);
        if (number <= 0) {
            precedence.invalid(number, "must be a positive value");
        }
        if (number > MOST_PRECEDENCE) {
            precedence.invalid("must not be greater than " + MOST_PRECEDENCE);
        }
        if (number == 1 && !schema.findText("metadata", "name").equals("exempt")) {
            precedence.invalid("only the schema named 'exempt' may have matchingPrecedence 1");
        }
        Field method = spec.in("distinguisherMethod");
        if (method.isSet() && !List.of("ByNamespace", "ByUser").contains(method.text("type"))) {
            method.in("type").unsupported(MapNode.of("Type", method.text("type")), List.of("ByNamespace", "ByUser"));
        }
        Field level = spec.in("priorityLevelConfiguration", "name");
        if (level.text().isEmpty()) {
            level.required("must reference a priority level");
        } else {
            level.invalid(NameRules.dnsSubdomain(level.text()));
        }
        spec.items("rules").forEach(FlowSchemaRules::rule);
        return errors;
    }

    @Override
    public FieldErrors validateUpdate(MapNode schema, MapNode old) {
        return validateCreate(schema);
    }

    private static void rule(Field rule) {
        if (rule.size("subjects") == 0) {
            rule.in("subjects").required("subjects must contain at least one value");
        }
        rule.items("subjects").forEach(FlowSchemaRules::subject);
        if (rule.size("resourceRules") == 0 && rule.size("nonResourceRules") == 0) {
            rule.required("at least one of resourceRules and nonResourceRules has to be non-empty");
        }
        for (Field resources : rule.items("resourceRules")) {
            verbs(resources);
            list(resources.in("apiGroups"), "resource rules must supply at least one api group", "api groups");
            list(resources.in("resources"), "resource rules must supply at least one resource", "resources");
            namespaces(resources);
        }
        for (Field urls : rule.items("nonResourceRules")) {
            verbs(urls);
            Field list = urls.in("nonResourceURLs");
            list(list, "nonResourceURLs must contain at least one value", "non-resource URLs");
            if (!texts(list).contains("*")) {
                list.items().forEach(FlowSchemaRules::url);
            }
        }
    }

    private static void subject(Field subject) {
        String kind = subject.text("kind");
        if (!KINDS.contains(kind)) {
            subject.in("kind").unsupported(kind, KINDS);
            return;
        }
        String own = FIELDS.getOrDefault(kind, "");
        Field named = subject.in(own);
        if (!named.isSet()) {
            named.required(own + " is required when subject kind is '" + kind + "'");
        } else {
            Field name = named.in("name");
            boolean isAccount = kind.equals("ServiceAccount");
            if (!name.isRequiredText() && isAccount && !name.text().equals("*")) {
                name.invalid(NameRules.dnsSubdomain(name.text()));
            }
            if (isAccount && named.text("namespace").isEmpty()) {
                named.in("namespace").required("must specify namespace for service account");
            } else if (isAccount) {
                named.in("namespace").invalid(NameRules.dnsLabel(named.text("namespace")));
            }
        }
        for (String other : List.of("ServiceAccount", "User", "Group")) {
            String field = FIELDS.getOrDefault(other, "");
            if (!other.equals(kind) && subject.has(field)) {
                subject.in(field).forbidden(field + " is forbidden when subject kind is not '" + other + "'");
            }
        }
    }

    private static List<String> texts(Field list) {
        return list.value().findList().strings();
    }

    private static void verbs(Field rule) {
        Field verbs = rule.in("verbs");
        list(verbs, "verbs must contain at least one value", "verbs");
        if (!texts(verbs).contains("*") && !VERBS.containsAll(texts(verbs))) {
            verbs.unsupported(verbs.value(), VERBS);
        }
    }

    private static void list(Field list, String required, String what) {
        if (texts(list).isEmpty()) {
            list.required(required);
        } else if (texts(list).contains("*") && texts(list).size() > 1) {
            list.invalid("if '*' is present, must not specify other " + what);
        }
    }

    private static void namespaces(Field rule) {
        Field namespaces = rule.in("namespaces");
        List<String> names = texts(namespaces);
        if (names.isEmpty() && !rule.isTrue("clusterScope")) {
            namespaces.required("resource rules that are not cluster scoped must supply at least one namespace");
        } else if (names.contains("*")) {
            if (names.size() > 1) {
                namespaces.invalid("if '*' is present, must not specify other namespaces");
            }
        } else {
            for (Field name : namespaces.items()) {
                NameRules.dnsLabel(name.text())
                        .forEach(text ->
                                name.invalid("each member of this list must be '*' or a DNS-1123 label; " + text));
            }
        }
    }

    private static void url(Field url) {
        String text = url.text();
        int stars = text.length() - text.replace("*", "").length();
        if (text.isEmpty()) {
            url.invalid("must not be empty");
        } else if (!text.startsWith("/")) {
            url.invalid("must start with slash");
        } else if (text.contains(" ")) {
            url.invalid("must not contain white-space");
        } else if (text.contains("//")) {
            url.invalid("must not contain double slash");
        } else if (stars > 1 || (stars == 1 && !text.endsWith("/*"))) {
            url.invalid("wildcard can only do suffix matching");
        }
    }
}
