package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.kinds.pod.Field;
import dev.drydock.kubernetes.kinds.pod.SignerNames;
import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.kubernetes.validation.KindRules;
import dev.drydock.kubernetes.validation.Surroundings;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests for certificates (pkg/apis/certificates/validation/validation.go; registry/certificates/certificates/strategy.go). */
final class CertificateSigningRequestRules implements KindRules {

    private static final List<String> USAGES = List.of(
            "any",
            "cert sign",
            "client auth",
            "code signing",
            "content commitment",
            "crl sign",
            "data encipherment",
            "decipher only",
            "digital signature",
            "email protection",
            "encipher only",
            "ipsec end system",
            "ipsec tunnel",
            "ipsec user",
            "key agreement",
            "key encipherment",
            "microsoft sgc",
            "netscape sgc",
            "ocsp signing",
            "s/mime",
            "server auth",
            "signing",
            "timestamping");

    private static final Pattern BLOCK =
            Pattern.compile("(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final int SHORTEST_SECONDS = 600;
    private static final String LEGACY_SIGNER = "kubernetes.io/legacy-unknown";

    @Override
    public FieldErrors validateCreate(MapNode request) {
        FieldErrors errors = new FieldErrors();
        Field spec = Field.of(request, errors).in("spec");
        pem(spec.in("request"));
        Field usages = spec.in("usages");
        if (usages.items().isEmpty()) {
            usages.required("");
        }
        usages.items().forEach(usage -> usage.oneOf(USAGES));
        Set<String> seen = new HashSet<>();
        for (Field usage : usages.items()) {
            if (!seen.add(usage.text())) {
                usage.duplicate(usage.text());
            }
        }
        Field signer = spec.in("signerName");
        if (signer.text().equals(LEGACY_SIGNER)) {
            signer.invalid("the legacy signerName is not allowed via this API version");
        } else {
            SignerNames.check(signer);
        }
        Field seconds = spec.in("expirationSeconds");
        if (seconds.isSet() && seconds.number(0) < SHORTEST_SECONDS) {
            seconds.invalid("may not specify a duration less than 600 seconds (10 minutes)");
        }
        return errors;
    }

    /** A PEM block of the right type; what it holds is taken to be right. */
    private static void pem(Field request) {
        String text = new String(KeyedData.bytes(request.text()), StandardCharsets.UTF_8);
        Matcher block = BLOCK.matcher(text);
        if (!block.find() || !block.group(1).equals("CERTIFICATE REQUEST")) {
            request.invalid(request.value(), "PEM block type must be CERTIFICATE REQUEST");
        }
    }

    /** Who asks is what the server knows of them, not what they say (registry/certificates/certificates/strategy.go). */
    @Override
    public MapNode beginCreate(MapNode request, Surroundings around) {
        UserInfo user = around.user();
        MapNode spec = request.findMap("spec").without(List.of("username", "uid", "groups", "extra"));
        spec = user.name().isEmpty() ? spec : spec.with("username", user.name());
        spec = user.uid().isEmpty() ? spec : spec.with("uid", user.uid());
        spec = user.groups().isEmpty() ? spec : spec.with("groups", ListNode.ofStrings(user.groups()));
        MapNode.Builder extra = MapNode.builder();
        user.extra().forEach((key, values) -> extra.put(key, ListNode.ofStrings(values)));
        MapNode known = extra.build();
        return request.with("spec", known.isEmpty() ? spec : spec.with("extra", known))
                .with("status", MapNode.EMPTY);
    }

    @Override
    public MapNode prepareForUpdate(MapNode request, MapNode old) {
        return request.with("spec", old.findMap("spec")).with("status", old.findMap("status"));
    }
}
