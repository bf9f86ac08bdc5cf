package dev.drydock.kubernetes.validation;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Certificates and the private keys that belong to them, as Go reads a pair (crypto/tls, X509KeyPair). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class KeyPairs {

    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String PRIVATE_KEY = "PRIVATE KEY";

    private KeyPairs() {}

    /** What Go says of a pair of PEM texts, empty when they may belong together. */
    public static String problem(String certificate, String key) {
        List<Pem> certificates = Pem.blocks(certificate);
        List<Pem> keys = Pem.blocks(key);
        Optional<Pem> first = certificates.stream()
                .filter(block -> block.kind().equals(CERTIFICATE))
                .findFirst();
        if (first.isEmpty()) {
            return "tls: " + withoutCertificate(kinds(certificates));
        }
        Optional<Pem> secret = keys.stream()
                .filter(block ->
                        block.kind().equals(PRIVATE_KEY) || block.kind().endsWith(" " + PRIVATE_KEY))
                .findFirst();
        return secret.isEmpty()
                ? "tls: " + withoutKey(kinds(keys))
                : contents(first.get().content(), secret.get().content());
    }

    private static List<String> kinds(List<Pem> blocks) {
        return blocks.stream().map(Pem::kind).toList();
    }

    private static String withoutCertificate(List<String> kinds) {
        if (kinds.isEmpty()) {
            return "failed to find any PEM data in certificate input";
        }
        return kinds.size() == 1 && kinds.get(0).endsWith(PRIVATE_KEY)
                ? "failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may"
                        + " have been switched"
                : "failed to find \"CERTIFICATE\" PEM block in certificate input after skipping PEM blocks of the"
                        + " following types: [" + String.join(" ", kinds) + "]";
    }

    private static String withoutKey(List<String> kinds) {
        if (kinds.isEmpty()) {
            return "failed to find any PEM data in key input";
        }
        return kinds.size() == 1 && kinds.get(0).equals(CERTIFICATE)
                ? "found a certificate rather than a key in the PEM for the private key"
                : "failed to find PEM block with type ending in \"PRIVATE KEY\" in key input after skipping PEM blocks"
                        + " of the following types: [" + String.join(" ", kinds) + "]";
    }

    private static String contents(String certificate, String key) {
        if (Der.sequence(certificate).isEmpty()) {
            return "x509: malformed certificate";
        }
        PublicKey known;
        try {
            known = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes(certificate)))
                    .getPublicKey();
        } catch (CertificateException e) {
            return "x509: malformed tbs certificate";
        }
        List<Der> fields = Der.sequence(key);
        if (fields.isEmpty()) {
            return "tls: failed to parse private key";
        }
        if (Der.isRsaKey(fields)) {
            return ofRsa(known, new BigInteger(bytes(fields.get(1).content())));
        }
        return wrapped(known, key);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String ofRsa(PublicKey known, BigInteger modulus) {
        if (!(known instanceof RSAPublicKey rsa)) {
            return "tls: private key type does not match public key type";
        }
        return rsa.getModulus().equals(modulus) ? "" : "tls: private key does not match public key";
    }

    /** A key that says of which algorithm it is; one of an elliptic curve is not computed back to its public half. */
    private static String wrapped(PublicKey known, String key) {
        Optional<PrivateKey> read = Stream.of("RSA", "EC", "Ed25519")
                .flatMap(algorithm -> read(algorithm, key).stream())
                .findFirst();
        if (read.isPresent() && read.get() instanceof RSAPrivateKey rsa) {
            return ofRsa(known, rsa.getModulus());
        }
        boolean isCurve = read.isPresent() || Der.isCurveKey(Der.sequence(key));
        if (isCurve && known instanceof RSAPublicKey) {
            return "tls: private key type does not match public key type";
        }
        return isCurve ? "" : "tls: failed to parse private key";
    }

    private static Optional<PrivateKey> read(String algorithm, String key) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes(key))));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
