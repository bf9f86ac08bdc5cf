package dev.drydock.kubernetes.rbac;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.yaml.GoQuote;

/**
 * A binding as one of its subjects finds it.
 *
 * @param binding the binding
 * @param subject place of the subject in the binding
 * @param reason what an allowed request is told
 */
record Grant(Binding binding, int subject, String reason) {

    static Grant of(Binding binding, int subject) {
        String name = binding.namespace().isEmpty()
                ? binding.id().name()
                : binding.id().name() + "/" + binding.namespace();
        return new Grant(
                binding,
                subject,
                "RBAC: allowed by " + binding.kind() + " " + GoQuote.quote(name) + " of "
                        + binding.roleRef().kind() + " "
                        + GoQuote.quote(binding.roleRef().name()) + " to "
                        + binding.subjects().get(subject).describe(binding.namespace()));
    }

    /** Whether the user comes in as this subject; the first subject of a binding that is the user counts. */
    boolean isFirstFor(UserInfo user) {
        return subject == 0 || binding.firstMatch(user) == subject;
    }
}
