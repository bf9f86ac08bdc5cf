package dev.drydock.flux.runtime;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.MapNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/**
 * The certificates of a Secret (fluxcd/pkg runtime/secrets, tlsCertificateData and buildTLSConfig). Each may stand under the
 * name of an older API.
 */
record TlsSecret(NamespacedName name, String certificate, String key, String authorities) {

    private static final String CERTIFICATE = "CERTIFICATE";

    static TlsSecret of(MapNode secret) {
        return new TlsSecret(
                NamespacedName.of(secret),
                either(secret, "tls.crt", "certFile"),
                either(secret, "tls.key", "keyFile"),
                either(secret, "ca.crt", "caFile"));
    }

    private static String either(MapNode secret, String key, String older) {
        return Secrets.text(secret, Secrets.has(secret, key) ? key : older);
    }

    /** Whether what belongs together is there, be it readable or not. */
    boolean isComplete() {
        return certificate.isEmpty() == key.isEmpty() && !(certificate.isEmpty() && authorities.isEmpty());
    }

    void check() {
        String head = "secret '" + name + "' ";
        if (!certificate.isEmpty() && key.isEmpty()) {
            throw new SecretException(head + "contains 'tls.crt' but missing 'tls.key'");
        }
        if (!key.isEmpty() && certificate.isEmpty()) {
            throw new SecretException(head + "contains 'tls.key' but missing 'tls.crt'");
        }
        if (certificate.isEmpty() && authorities.isEmpty()) {
            throw new SecretException(head + "must contain either 'ca.crt' or both 'tls.crt' and 'tls.key'");
        }
        if (!certificate.isEmpty()) {
            checkPair();
        }
        if (!authorities.isEmpty() && !hasAuthority()) {
            throw new SecretException("failed to parse CA certificate");
        }
    }

    /** What can be said of a pair without reading its keys (Go's crypto/tls, X509KeyPair). */
    private void checkPair() {
        String problem = "";
        List<String> certificates = kinds(certificate);
        List<String> keys = kinds(key);
        boolean isKey = keys.stream().anyMatch(kind -> kind.equals("PRIVATE KEY") || kind.endsWith(" PRIVATE KEY"));
        if (certificates.isEmpty()) {
            problem = "failed to find any PEM data in certificate input";
        } else if (!certificates.contains(CERTIFICATE)) {
            problem = certificates.size() == 1 && certificates.get(0).endsWith("PRIVATE KEY")
                    ? "failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs"
                            + " may have been switched"
                    : "failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the"
                            + " following types: [" + String.join(" ", certificates) + "]";
        } else if (keys.isEmpty()) {
            problem = "failed to find any PEM data in key input";
        } else if (!isKey) {
            problem = keys.size() == 1 && keys.get(0).equals(CERTIFICATE)
                    ? "found a certificate rather than a key in the PEM for the private key"
                    : "failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM"
                            + " blocks of the following types: [" + String.join(" ", keys) + "]";
        }
        if (!problem.isEmpty()) {
            throw new SecretException("failed to parse TLS certificate and key: tls: " + problem);
        }
    }

    private static List<String> kinds(String text) {
        return Pem.blocks(text).stream().map(Pem::kind).toList();
    }

    /** Whether one of the blocks is a certificate; others do not count. */
    private boolean hasAuthority() {
        return Pem.blocks(authorities).stream()
                .anyMatch(block -> block.kind().equals(CERTIFICATE)
                        && block.headers().isEmpty()
                        && isCertificate(block.content()));
    }

    private static boolean isCertificate(String content) {
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(content.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }
}
