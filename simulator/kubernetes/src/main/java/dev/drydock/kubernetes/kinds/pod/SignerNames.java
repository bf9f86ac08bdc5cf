package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import org.apiguardian.api.API;

/** Names of signers of certificates and of the bundles that are theirs (pkg/apis/core/validation/names.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SignerNames {

    private static final int LONGEST = 571;

    private SignerNames() {}

    static boolean isOfKubernetes(String name) {
        int slash = name.indexOf('/');
        String domain = slash < 0 ? name : name.substring(0, slash);
        return domain.equals("kubernetes.io") || domain.endsWith(".kubernetes.io");
    }

    /** What is wrong with the name of a signer. */
    public static void check(Field name) {
        String text = name.text();
        if (text.isEmpty()) {
            name.required("");
            return;
        }
        String[] parts = text.split("/", -1);
        if (parts.length != 2) {
            name.invalid("must be a fully qualified domain and path of the form 'example.com/signer-name'");
            return;
        }
        NameRules.dnsSubdomain(parts[0]).forEach(wrong -> name.invalid(parts[0], wrong));
        if (!parts[0].contains(".")) {
            name.invalid(parts[0], "should be a domain with at least two segments separated by dots");
        }
        if (parts[1].isEmpty()) {
            name.invalid(text, "validation error: path segment must not be empty");
        }
        for (String part : parts[1].split("\\.", -1)) {
            NameRules.dnsSubdomain(part).forEach(wrong -> name.invalid(parts[1], wrong));
        }
        if (Forms.bytes(text) > LONGEST) {
            name.add(FieldError.tooLong(name.path(), LONGEST));
        }
    }

    /** A bundle of a signer has the signer's name, with colons for slashes, before its own. */
    static void bundleName(Field name) {
        String own = name.text().substring(name.text().lastIndexOf(':') + 1);
        NameRules.dnsSubdomain(own).forEach(wrong -> name.invalid("not a valid clustertrustbundlename: " + wrong));
    }
}
