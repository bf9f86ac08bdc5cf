package dev.drydock.kubernetes.server;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of an API a client should prefer: stable ones before betas before alphas, later ones first, and then names of any
 * other form by the alphabet (apimachinery, pkg/version/helpers.go).
 */
final class VersionPriority {

    private static final Pattern FORM = Pattern.compile("v([1-9][0-9]{0,8})(?:(alpha|beta)([1-9][0-9]{0,8}))?");

    /** Preferred names stand first. */
    static final Comparator<String> FIRST = VersionPriority::compare;

    private VersionPriority() {}

    private static int compare(String a, String b) {
        Matcher first = FORM.matcher(a);
        Matcher second = FORM.matcher(b);
        boolean known = first.matches();
        if (known != second.matches()) {
            return known ? -1 : 1;
        }
        if (!known) {
            return a.compareTo(b);
        }
        int stability = Integer.compare(stability(second), stability(first));
        int major = stability != 0 ? stability : Integer.compare(number(second, 1), number(first, 1));
        return major != 0 ? major : Integer.compare(number(second, 3), number(first, 3));
    }

    private static int stability(Matcher version) {
        String name = version.group(2);
        return name == null ? 2 : name.equals("beta") ? 1 : 0;
    }

    private static int number(Matcher version, int group) {
        String digits = version.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
