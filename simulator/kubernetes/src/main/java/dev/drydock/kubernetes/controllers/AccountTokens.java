package dev.drydock.kubernetes.controllers;

import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The texts of tokens that Secrets hold: JSON web tokens with the claims of a real one (pkg/serviceaccount/legacy.go). What stands
 * for the signature follows from the claims and proves nothing.
 */
final class AccountTokens {

    private static final String CLAIM = "kubernetes.io/serviceaccount/";

    /** As many digests as a signature with a key of 2048 bits is long. */
    private static final int PARTS = 8;

    private AccountTokens() {}

    /** The token of an account for a Secret. */
    static String of(NamespacedName secret, String account, String uid) {
        MapNode header = MapNode.of("alg", "RS256", "kid", "simulated");
        MapNode claims = MapNode.builder()
                .put("iss", "kubernetes/serviceaccount")
                .put(CLAIM + "namespace", secret.namespace())
                .put(CLAIM + "secret.name", secret.name())
                .put(CLAIM + "service-account.name", account)
                .put(CLAIM + "service-account.uid", uid)
                .put("sub", "system:serviceaccount:" + secret.namespace() + ":" + account)
                .build();
        String content = encoded(bytes(JsonWriter.compact(header))) + "." + encoded(bytes(JsonWriter.compact(claims)));
        return content + "." + encoded(signature(content));
    }

    private static byte[] signature(String content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] signature = new byte[PARTS * digest.getDigestLength()];
            for (int i = 0; i < PARTS; i++) {
                byte[] part = digest.digest(bytes(i + content));
                System.arraycopy(part, 0, signature, i * part.length, part.length);
            }
            return signature;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
