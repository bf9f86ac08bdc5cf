package dev.drydock.helm.function;

import dev.drydock.helm.value.GoString;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** {@code derivePassword}: the Master Password algorithm, which always gives the same password. */
final class MasterPassword {

    private static final String SEED = "com.lyndir.masterpassword";
    private static final String UPPER_VOWELS = "AEIOU";
    private static final String UPPER_CONSONANTS = "BCDFGHJKLMNPQRSTVWXYZ";
    private static final String VOWELS = "aeiou";
    private static final String CONSONANTS = "bcdfghjklmnpqrstvwxyz";
    private static final String LETTERS = UPPER_VOWELS + VOWELS + UPPER_CONSONANTS + CONSONANTS;

    private static final Map<String, List<String>> TEMPLATES = Map.of(
            "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
            "long",
                    List.of(
                            "CvcvnoCvcvCvcv",
                            "CvcvCvcvnoCvcv",
                            "CvcvCvcvCvcvno",
                            "CvccnoCvcvCvcv",
                            "CvccCvcvnoCvcv",
                            "CvccCvcvCvcvno",
                            "CvcvnoCvccCvcv",
                            "CvcvCvccnoCvcv",
                            "CvcvCvccCvcvno",
                            "CvcvnoCvcvCvcc",
                            "CvcvCvcvnoCvcc",
                            "CvcvCvcvCvccno",
                            "CvccnoCvccCvcv",
                            "CvccCvccnoCvcv",
                            "CvccCvccCvcvno",
                            "CvcvnoCvccCvcc",
                            "CvcvCvccnoCvcc",
                            "CvcvCvccCvccno",
                            "CvccnoCvcvCvcc",
                            "CvccCvcvnoCvcc",
                            "CvccCvcvCvccno"),
            "medium", List.of("CvcnoCvc", "CvcCvcno"),
            "short", List.of("Cvcn"),
            "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
            "pin", List.of("nnnn"));

    private static final Map<Character, String> CHARACTERS = Map.of(
            'V', UPPER_VOWELS,
            'C', UPPER_CONSONANTS,
            'v', VOWELS,
            'c', CONSONANTS,
            'A', UPPER_VOWELS + UPPER_CONSONANTS,
            'a', LETTERS,
            'n', "0123456789",
            'o', "@&%?,=[]_:-+*$#!'^~;()/.",
            'x', LETTERS + "0123456789!@#$%^&*()");

    private MasterPassword() {}

    static String derive(long counter, String type, String password, String user, String site) {
        List<String> templates = TEMPLATES.get(type);
        if (templates == null) {
            return "cannot find password template " + type;
        }
        byte[] salt = message(user).toByteArray();
        byte[] key = scrypt(GoString.bytes(password), salt);
        ByteArrayOutputStream seeded = message(site);
        seeded.writeBytes(ByteBuffer.allocate(4).putInt((int) counter).array());
        byte[] seed = hmac(key, seeded.toByteArray());
        String template = templates.get((seed[0] & 0xff) % templates.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            String characters = CHARACTERS.getOrDefault(template.charAt(i), "");
            out.append(characters.charAt((seed[i + 1] & 0xff) % characters.length()));
        }
        return out.toString();
    }

    private static ByteArrayOutputStream message(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = GoString.bytes(text);
        out.writeBytes(GoString.bytes(SEED));
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
        return out;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** PBKDF2 with one round. */
    private static byte[] stretch(byte[] password, byte[] salt, int length) {
        byte[] out = new byte[length];
        for (int block = 0; block * 32 < length; block++) {
            byte[] message = Arrays.copyOf(salt, salt.length + 4);
            ByteBuffer.wrap(message).putInt(salt.length, block + 1);
            byte[] part = hmac(password, message);
            System.arraycopy(part, 0, out, block * 32, Math.min(32, length - block * 32));
        }
        return out;
    }

    /** scrypt with N=32768, r=8, p=2 and 64 bytes. */
    private static byte[] scrypt(byte[] password, byte[] salt) {
        int r = 8;
        int p = 2;
        int size = 128 * r;
        byte[] blocks = stretch(password, salt, p * size);
        for (int i = 0; i < p; i++) {
            mix(blocks, i * size, r, 32768);
        }
        return stretch(password, blocks, 64);
    }

    private static void mix(byte[] bytes, int offset, int r, int n) {
        int words = 32 * r;
        int[] x = new int[words];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < words; i++) {
            x[i] = buffer.getInt(offset + 4 * i);
        }
        int[][] known = new int[n][];
        for (int i = 0; i < n; i++) {
            known[i] = x.clone();
            x = blockMix(x, r);
        }
        for (int i = 0; i < n; i++) {
            int[] other = known[x[words - 16] & n - 1];
            for (int j = 0; j < words; j++) {
                x[j] ^= other[j];
            }
            x = blockMix(x, r);
        }
        for (int i = 0; i < words; i++) {
            buffer.putInt(offset + 4 * i, x[i]);
        }
    }

    private static int[] blockMix(int[] in, int r) {
        int[] out = new int[in.length];
        int[] x = Arrays.copyOfRange(in, in.length - 16, in.length);
        for (int i = 0; i < 2 * r; i++) {
            for (int j = 0; j < 16; j++) {
                x[j] ^= in[16 * i + j];
            }
            salsa(x);
            System.arraycopy(x, 0, out, (i / 2 + i % 2 * r) * 16, 16);
        }
        return out;
    }

    private static void salsa(int[] b) {
        int[] x = b.clone();
        for (int i = 0; i < 4; i++) {
            quarter(x, 0, 4, 8, 12);
            quarter(x, 5, 9, 13, 1);
            quarter(x, 10, 14, 2, 6);
            quarter(x, 15, 3, 7, 11);
            quarter(x, 0, 1, 2, 3);
            quarter(x, 5, 6, 7, 4);
            quarter(x, 10, 11, 8, 9);
            quarter(x, 15, 12, 13, 14);
        }
        for (int i = 0; i < 16; i++) {
            b[i] += x[i];
        }
    }

    private static void quarter(int[] x, int a, int b, int c, int d) {
        x[b] ^= Integer.rotateLeft(x[a] + x[d], 7);
        x[c] ^= Integer.rotateLeft(x[b] + x[a], 9);
        x[d] ^= Integer.rotateLeft(x[c] + x[b], 13);
        x[a] ^= Integer.rotateLeft(x[d] + x[c], 18);
    }
}
