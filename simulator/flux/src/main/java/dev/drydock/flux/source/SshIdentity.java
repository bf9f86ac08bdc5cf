package dev.drydock.flux.source;

import dev.drydock.kubernetes.validation.Pem;
import java.util.List;
import java.util.Set;

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

    /** What the text of a key says. */
    static SshIdentity of(String text) {
        List<Pem> blocks = Pem.blocks(text);
        if (blocks.isEmpty()) {
            return new SshIdentity(false, "ssh: no key found");
        }
        Pem key = blocks.get(0);
        if (key.headers().stream()
                .anyMatch(header -> header.startsWith("Proc-Type:") && header.contains("ENCRYPTED"))) {
            return new SshIdentity(true, "");
        }
        if (!KINDS.contains(key.kind())) {
            return new SshIdentity(false, "ssh: unsupported key type \"" + key.kind() + "\"");
        }
        return key.kind().equals(OPENSSH) ? ofOpenSsh(key.content()) : new SshIdentity(false, "");
    }

    /** The format of OpenSSH names its cipher behind the magic word, with its length before it. */
    private static SshIdentity ofOpenSsh(String content) {
        return content.startsWith(MAGIC)
                ? new SshIdentity(!content.startsWith("\0\0\0\4none", MAGIC.length()), "")
                : new SshIdentity(false, "ssh: invalid openssh private key format");
    }
}
