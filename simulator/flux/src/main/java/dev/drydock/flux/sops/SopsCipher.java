package dev.drydock.flux.sops;

import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Values of the form {@code ENC[AES256_GCM,…]} (getsops/sops aes/cipher.go). */
final class SopsCipher {

    private static final Pattern VALUE = Pattern.compile("^ENC\\[AES256_GCM,data:(.+),iv:(.+),tag:(.+),type:(.+)\\]");
    private static final int TAG_BITS = 128;

    private final byte[] key;

    SopsCipher(byte[] key) {
        this.key = key.clone();
    }

    /**
     * A value of the type that it had before.
     *
     * @param path keys that lead to the value, each with a colon behind it; authenticated with the value
     * @throws SopsException when it is no such value, or was made with another key or for another place
     */
    Node open(String text, String path) {
        if (text.isEmpty()) {
            return Node.of("");
        }
        Matcher matcher = VALUE.matcher(text);
        if (!matcher.find()) {
            throw new SopsException("Input string <redacted> does not match sops' data format");
        }
        byte[] data = decoded("data", matcher.group(1));
        byte[] iv = decoded("iv", matcher.group(2));
        byte[] tag = decoded("tag", matcher.group(3));
        byte[] opened;
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
            cipher.updateAAD(path.getBytes(StandardCharsets.UTF_8));
            cipher.update(data);
            opened = cipher.doFinal(tag);
        } catch (GeneralSecurityException e) {
            throw new SopsException("Could not decrypt with AES_GCM: cipher: message authentication failed");
        }
        return typed(new String(opened, StandardCharsets.UTF_8), matcher.group(4));
    }

    private static Node typed(String text, String type) {
        return switch (type) {
            case "str", "bytes", "comment", "time" -> Node.of(text);
            case "int" -> Node.of(Long.parseLong(text));
            case "float" -> Node.of(Double.parseDouble(text));
            case "bool" -> Node.of(text.equalsIgnoreCase("true"));
            default -> throw new SopsException("Unknown datatype: " + type);
        };
    }

    private static byte[] decoded(String part, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            int valid = 0;
            while (valid < text.length() && isBase64(text.charAt(valid))) {
                valid++;
            }
            throw new SopsException("Error base64-decoding " + part + ": illegal base64 data at input byte " + valid);
        }
    }

    private static boolean isBase64(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
