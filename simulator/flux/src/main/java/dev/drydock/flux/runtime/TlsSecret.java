package dev.drydock.flux.runtime;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.validation.KeyPairs;
import dev.drydock.kubernetes.validation.Pem;
import dev.drydock.yaml.MapNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

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

    private void checkPair() {
        String problem = KeyPairs.problem(certificate, key);
        if (!problem.isEmpty()) {
            throw new SecretException("failed to parse TLS certificate and key: " + problem);
        }
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
