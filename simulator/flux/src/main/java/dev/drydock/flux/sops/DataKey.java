package dev.drydock.flux.sops;

import dev.drydock.kubernetes.NotModelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The key of a file, which one of the age keys opens, and what sops says when none does (usererrors.go). */
final class DataKey {

    private static final int NARROW = 60;
    private static final int WIDE = 75;

    private static final String TRAILER =
            "Recovery failed because no master key was able to decrypt the file. In order for"
                    + " SOPS to recover the file, at least one key has to be successful, but none were.";

    private DataKey() {}

    static byte[] of(SopsMetadata metadata, AgeIdentities identities, boolean others) {
        List<String> failures = new ArrayList<>();
        for (SopsMetadata.AgeKey key : metadata.keys()) {
            if (identities.isEmpty()) {
                throw new NotModelledException("decryption with SOPS without a key for it (spec.decryption.secretRef)");
            }
            try {
                return identities.open(key.encrypted());
            } catch (SopsException e) {
                String wrapped = prefixed("  | ", wrapped(String.valueOf(e.getMessage()), NARROW));
                failures.add(key.recipient() + ": FAILED\n" + prefixed("  ", "-" + wrapped.substring(1)));
            }
        }
        if (others) {
            throw new NotModelledException("SOPS keys of other providers than age");
        }
        throw new SopsException(
                "cannot get sops data key: Failed to get the data key required to decrypt the SOPS file.\n\nGroup 0: FAILED\n"
                        + prefixed("  ", String.join("\n\n", failures)) + "\n\n" + wrapped(TRAILER, WIDE));
    }

    private static String prefixed(String prefix, String text) {
        return text.lines().map(line -> prefix + line).collect(Collectors.joining("\n"));
    }

    /** Breaks lines at blanks so that none is longer than the width where that is possible. */
    static String wrapped(String text, int width) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }
}
