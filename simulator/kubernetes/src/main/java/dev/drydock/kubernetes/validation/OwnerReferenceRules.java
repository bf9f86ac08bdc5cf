package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Node;

/** What is wrong with the owner references of an object; their paths have no index. */
final class OwnerReferenceRules {

    private static final String PATH = "metadata.ownerReferences";

    private OwnerReferenceRules() {}

    static void validate(ListNode references, FieldErrors errors) {
        String controller = "";
        for (Node reference : references) {
            String name = reference.findText("kind") + "/" + reference.findText("name");
            validate(reference, errors);
            if (reference.isTrue("controller")) {
                if (!controller.isEmpty()) {
                    errors.add(FieldError.invalid(
                            PATH,
                            references,
                            "Only one reference can have Controller set to true. Found \"true\" in references for "
                                    + controller + " and " + name));
                } else {
                    controller = name;
                }
            }
        }
    }

    private static void validate(Node reference, FieldErrors errors) {
        String apiVersion = reference.findText("apiVersion");
        // a text with two slashes names no version
        int slash = apiVersion.indexOf('/');
        String version = apiVersion.substring(slash + 1);
        boolean twice = slash >= 0 && apiVersion.indexOf('/', slash + 1) >= 0;
        if (twice || version.isEmpty()) {
            errors.add(FieldError.invalid(PATH + ".apiVersion", apiVersion, "version must not be empty"));
        }
        for (String field : new String[] {"kind", "name", "uid"}) {
            if (reference.findText(field).isEmpty()) {
                errors.add(FieldError.invalid(PATH + "." + field, "", "must not be empty"));
            }
        }
        if (reference.findText("kind").equals("Event")
                && (apiVersion.equals("v1")
                        || apiVersion.equals("events.k8s.io/v1")
                        || apiVersion.equals("events.k8s.io/v1beta1"))) {
            String group = apiVersion.contains("/") ? "events.k8s.io" : "";
            errors.add(FieldError.invalid(
                    PATH,
                    reference,
                    (group.isEmpty() ? "/" : group + "/") + version
                            + ", Kind=Event is disallowed from being an owner"));
        }
    }
}
