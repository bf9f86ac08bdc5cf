package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import dev.drydock.yaml.GoQuote;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/** Names of signers of certificates and of the bundles that are theirs (pkg/apis/core/validation/names.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SignerNames {

    private static final int LONGEST = 571;
    private static final int LONGEST_DOMAIN = 253;

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
        if (Forms.bytes(parts[0]) > LONGEST_DOMAIN) {
            name.add(FieldError.tooLong(name.path(), LONGEST_DOMAIN));
        }
        labels(name, parts[0], NameRules::dnsLabel);
        if (!parts[0].contains(".")) {
            name.invalid(parts[0], "should be a domain with at least two segments separated by dots");
        }
        labels(name, parts[1], NameRules::dnsSubdomain);
        if (Forms.bytes(text) > LONGEST) {
            name.add(FieldError.tooLong(name.path(), LONGEST));
        }
    }

    /** Only the first label that is wrong is told of. */
    private static void labels(Field name, String part, Function<String, List<String>> rule) {
        for (String label : part.split("\\.", -1)) {
            List<String> wrong = rule.apply(label);
            wrong.forEach(text -> name.invalid(part, "validating label " + GoQuote.quote(label) + ": " + text));
            if (!wrong.isEmpty()) {
                return;
            }
        }
    }

    /** A bundle of a signer has the signer's name, with colons for slashes, before its own. */
    static void bundleName(Field name) {
        String own = name.text().substring(name.text().lastIndexOf(':') + 1);
        NameRules.dnsSubdomain(own).forEach(wrong -> name.invalid("not a valid clustertrustbundlename: " + wrong));
    }
}
