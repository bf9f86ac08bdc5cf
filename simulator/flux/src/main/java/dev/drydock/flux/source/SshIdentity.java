package dev.drydock.flux.source;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private key of an SSH client as far as it can be told without using it (golang.org/x/crypto ssh/keys.go,
 * ParseRawPrivateKey).
 *
 * @param isEncrypted whether a password is needed
 * @param problem why it is no key, empty when it is one
 */
record SshIdentity(boolean isEncrypted, String problem) {

    private static final String OPENSSH = "OPENSSH PRIVATE KEY";
    private static final String MAGIC = "openssh-key-v1\0";
    private static final Set<String> KINDS =
            Set.of("RSA PRIVATE KEY", "PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY", OPENSSH);
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^|\n)-----BEGIN ([^\n-]+)-----[ \t\r]*\n((?:[^\n:]+:[^\n]*\n)*)([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    /** What the text of a key says. */
    static SshIdentity of(String text) {
        Matcher block = BLOCK.matcher(text);
        if (!block.find()) {
            return new SshIdentity(false, "ssh: no key found");
        }
        String kind = block.group(1);
        if (block.group(2).contains("ENCRYPTED")) {
            return new SshIdentity(true, "");
        }
        if (!KINDS.contains(kind)) {
            return new SshIdentity(false, "ssh: unsupported key type \"" + kind + "\"");
        }
        return kind.equals(OPENSSH) ? ofOpenSsh(block.group(3)) : new SshIdentity(false, "");
    }

    /** The format of OpenSSH names its cipher behind the magic word, with its length before it. */
    private static SshIdentity ofOpenSsh(String body) {
        String bytes;
        try {
            bytes = new String(Base64.getMimeDecoder().decode(body), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return new SshIdentity(false, "ssh: no key found");
        }
        if (!bytes.startsWith(MAGIC)) {
            return new SshIdentity(false, "ssh: invalid openssh private key format");
        }
        return new SshIdentity(!bytes.startsWith("\0\0\0\4none", MAGIC.length()), "");
    }
}
