package dev.drydock.flux.sops;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.UnsupportedRecipientStanzaException;
import com.exceptionfactory.jagged.framework.armor.ArmoredDecryptingChannelFactory;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.GoQuote;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The age keys of a Kustomization (getsops/sops age/keysource.go). The only class that needs jagged. */
final class AgeIdentities {

    private static final String NO_READER = "failed to create reader for decrypting sops data key with age: ";
    private static final String INCORRECT = "incorrect identity for recipient block";

    private final List<RecipientStanzaReader> readers = new ArrayList<>();

    /**
     * Adds the keys of a file.
     *
     * @throws SopsException for a line that is no key
     * @throws NotModelledException for keys of plugins and hybrid keys
     */
    void add(String file) {
        for (String line : file.split("\r?\n", -1)) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                readers.add(parse(line));
            }
        }
    }

    private static RecipientStanzaReader parse(String line) {
        if (line.startsWith("AGE-PLUGIN-") || line.startsWith("AGE-SECRET-KEY-PQ-1")) {
            throw new NotModelledException("age keys of plugins and post-quantum keys");
        }
        String problem = "unknown identity type";
        if (line.startsWith("AGE-SECRET-KEY-1")) {
            try {
                return X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(line);
            } catch (GeneralSecurityException | RuntimeException e) {
                problem = "malformed secret key: " + Bech32.problem(line);
            }
        }
        throw new SopsException("failed to parse and add to age identities: " + problem);
    }

    boolean isEmpty() {
        return readers.isEmpty();
    }

    /**
     * Opens an armored age file.
     *
     * @throws SopsException when none of the keys fits
     */
    byte[] open(String armored) {
        try (ReadableByteChannel source =
                        Channels.newChannel(new ByteArrayInputStream(armored.getBytes(StandardCharsets.UTF_8)));
                ReadableByteChannel opened =
                        new ArmoredDecryptingChannelFactory().newDecryptingChannel(source, readers)) {
            return Channels.newInputStream(opened).readAllBytes();
        } catch (UnsupportedRecipientStanzaException e) {
            throw noMatch();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            if (!armored.contains("BEGIN AGE ENCRYPTED FILE")) {
                throw new SopsException(NO_READER + "failed to read header: parsing age header: failed to read intro:"
                        + " invalid first line: "
                        + GoQuote.quote(armored.lines().findFirst().orElse("")));
            }
            throw noMatch();
        }
    }

    private SopsException noMatch() {
        return new SopsException(NO_READER
                + (readers.size() == 1
                        ? "identity did not match any of the recipients: " + INCORRECT
                        : "no identity matched any of the recipients"));
    }
}
