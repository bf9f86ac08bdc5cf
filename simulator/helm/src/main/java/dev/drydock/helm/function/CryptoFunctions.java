package dev.drydock.helm.function;

import static dev.drydock.helm.value.GoType.CERTIFICATE;
import static dev.drydock.helm.value.GoType.HASH_ALGORITHM;
import static dev.drydock.helm.value.GoType.INT;
import static dev.drydock.helm.value.GoType.LIST;
import static dev.drydock.helm.value.GoType.STRING;
import static dev.drydock.helm.value.GoType.UINT32;

import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoString;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Adler32;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Hashes, random texts and passwords (Sprig's crypto.go). What is random there comes from the seed here. */
final class CryptoFunctions {

    private static final int LONGEST = 1 << 20;
    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BCRYPT = "./" + LETTERS + DIGITS;

    private final Dice dice;

    private CryptoFunctions(long seed) {
        this.dice = new Dice(seed);
    }

    static void addTo(Map<String, GoFunction> table, long seed) {
        new CryptoFunctions(seed).addTo(table);
    }

    private void addTo(Map<String, GoFunction> table) {
        table.put("sha1sum", GoFunction.of(a -> hex("SHA-1", a.string(0)), STRING));
        table.put("sha256sum", GoFunction.of(a -> hex("SHA-256", a.string(0)), STRING));
        table.put("sha512sum", GoFunction.of(a -> hex("SHA-512", a.string(0)), STRING));
        table.put("adler32sum", GoFunction.of(a -> adler(a.string(0)), STRING));
        table.put("randAlphaNum", GoFunction.of(a -> random(a, LETTERS + DIGITS), INT));
        table.put("randAlpha", GoFunction.of(a -> random(a, LETTERS), INT));
        table.put("randNumeric", GoFunction.of(a -> random(a, DIGITS), INT));
        table.put("randAscii", GoFunction.of(a -> random(a, ascii()), INT));
        table.put("randBytes", GoFunction.of(a -> Base.encode64(dice.bytes(length(a))), INT));
        table.put("randInt", GoFunction.of(this::integer, INT, INT));
        table.put("shuffle", GoFunction.of(a -> shuffle(a.string(0)), STRING));
        table.put("uuidv4", GoFunction.of(a -> uuid()));
        table.put("bcrypt", GoFunction.of(a -> bcrypt(), STRING));
        table.put("htpasswd", GoFunction.variadic(this::htpasswd, STRING, STRING, HASH_ALGORITHM));
        table.put("derivePassword", GoFunction.of(CryptoFunctions::derive, UINT32, STRING, STRING, STRING, STRING));
        table.put("encryptAES", GoFunction.of(this::encrypt, STRING, STRING));
        table.put("decryptAES", GoFunction.of(CryptoFunctions::decrypt, STRING, STRING));
        table.put("genPrivateKey", GoFunction.of(CryptoFunctions::privateKey, STRING));
        table.put("genCA", certificate("genCA", STRING, INT));
        table.put("genCAWithKey", certificate("genCAWithKey", STRING, INT, STRING));
        table.put("genSelfSignedCert", certificate("genSelfSignedCert", STRING, LIST, LIST, INT));
        table.put("genSelfSignedCertWithKey", certificate("genSelfSignedCertWithKey", STRING, LIST, LIST, INT, STRING));
        table.put("genSignedCert", certificate("genSignedCert", STRING, LIST, LIST, INT, CERTIFICATE));
        table.put(
                "genSignedCertWithKey",
                certificate("genSignedCertWithKey", STRING, LIST, LIST, INT, CERTIFICATE, STRING));
        table.put("buildCustomCert", certificate("buildCustomCert", STRING, STRING));
    }

    private static GoFunction certificate(String name, dev.drydock.helm.value.GoType... types) {
        return GoFunction.of(
                a -> {
                    if (types.length > 2 && types[1] == LIST) {
                        checkAddresses(a.get(1));
                    }
                    throw new NotModelledException("certificates in Helm templates (" + name + ")");
                },
                types);
    }

    private static void checkAddresses(@Nullable Object value) {
        if (value instanceof GoList list) {
            for (Object item : list.items()) {
                if (!(item instanceof String)) {
                    throw new GoException("error parsing ip: " + GoFormat.print(item) + " is not a string");
                }
            }
        }
    }

    private static String privateKey(Arguments a) {
        return switch (a.string(0)) {
            case "", "rsa", "dsa", "ecdsa", "ed25519" ->
                throw new NotModelledException("private keys in Helm templates (genPrivateKey)");
            default -> "Unknown type " + a.string(0);
        };
    }

    private static String hex(String algorithm, String text) {
        return HexFormat.of().formatHex(digest(algorithm, GoString.bytes(text)));
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String adler(String text) {
        Adler32 sum = new Adler32();
        sum.update(GoString.bytes(text));
        return Long.toString(sum.getValue());
    }

    private static String ascii() {
        StringBuilder all = new StringBuilder();
        for (char c = ' '; c < 0x7f; c++) {
            all.append(c);
        }
        return all.toString();
    }

    private static int length(Arguments a) {
        if (a.integer(0) > LONGEST) {
            throw new LimitException("random texts of more than " + LONGEST + " characters");
        }
        if (a.integer(0) < 0) {
            throw new GoException("runtime error: makeslice: len out of range");
        }
        return (int) a.integer(0);
    }

    private String random(Arguments a, String characters) {
        if (a.integer(0) <= 0) {
            return "";
        }
        int length = length(a);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append(characters.charAt((int) dice.below(characters.length())));
        }
        return out.toString();
    }

    private GoInt integer(Arguments a) {
        long range = a.integer(1) - a.integer(0);
        if (range <= 0) {
            throw new GoException("invalid argument to Intn");
        }
        return GoInt.of(a.integer(0) + dice.below(range));
    }

    private String shuffle(String text) {
        int[] characters = text.codePoints().toArray();
        for (int i = characters.length - 1; i > 0; i--) {
            int other = (int) dice.below(i + 1L);
            int held = characters[i];
            characters[i] = characters[other];
            characters[other] = held;
        }
        return new String(characters, 0, characters.length);
    }

    private String uuid() {
        byte[] bytes = dice.bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String all = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                all.substring(0, 8),
                all.substring(8, 12),
                all.substring(12, 16),
                all.substring(16, 20),
                all.substring(20));
    }

    /** The shape of a hash only: salt and hash are random to whoever reads them. */
    private String bcrypt() {
        StringBuilder out = new StringBuilder("$2a$10$");
        for (int i = 0; i < 53; i++) {
            out.append(BCRYPT.charAt((int) dice.below(BCRYPT.length())));
        }
        return out.toString();
    }

    private String htpasswd(Arguments a) {
        String user = a.string(0);
        if (user.contains(":")) {
            return "invalid username: " + user;
        }
        if (a.size() > 2 && "sha".equals(a.get(2))) {
            return user + ":{SHA}" + Base.encode64(digest("SHA-1", GoString.bytes(a.string(1))));
        }
        return user + ":" + bcrypt();
    }

    private static String derive(Arguments a) {
        return MasterPassword.derive(a.integer(0), a.string(1), a.string(2), a.string(3), a.string(4));
    }

    private static Cipher cipher(int mode, String password, byte[] vector) throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(GoString.bytes(password), 32);
        Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher;
    }

    private String encrypt(Arguments a) {
        if (a.string(1).isEmpty()) {
            return "";
        }
        byte[] content = GoString.bytes(a.string(1));
        int padding = 16 - content.length % 16;
        byte[] padded = Arrays.copyOf(content, content.length + padding);
        Arrays.fill(padded, content.length, padded.length, (byte) padding);
        byte[] vector = dice.bytes(16);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, a.string(0), vector).doFinal(padded);
            byte[] all = Arrays.copyOf(vector, 16 + encrypted.length);
            System.arraycopy(encrypted, 0, all, 16, encrypted.length);
            return Base.encode64(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decrypt(Arguments a) {
        if (a.string(1).isEmpty()) {
            return "";
        }
        byte[] all = Base.decode64(a.string(1));
        if (all.length < 16) {
            throw new GoException(String.format(
                    Locale.ROOT, "runtime error: slice bounds out of range [:16] with capacity %d", all.length));
        }
        byte[] content = Arrays.copyOfRange(all, 16, all.length);
        if (content.length % 16 != 0) {
            throw new GoException("crypto/cipher: input not full blocks");
        }
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE, a.string(0), Arrays.copyOf(all, 16))
                    .doFinal(content);
            int padding = plain.length == 0 ? 0 : plain[plain.length - 1] & 0xff;
            if (plain.length == 0 || padding > plain.length) {
                throw new GoException("runtime error: slice bounds out of range [:" + (plain.length - padding) + "]");
            }
            return GoString.of(Arrays.copyOf(plain, plain.length - padding));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
