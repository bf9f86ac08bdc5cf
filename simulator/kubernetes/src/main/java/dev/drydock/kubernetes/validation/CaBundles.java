package dev.drydock.kubernetes.validation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Certificates of authorities that clients trust (client-go, transport/transport.go, rootCertPool). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CaBundles {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]*)-----END \\1-----", Pattern.DOTALL);
    private static final String UNLOADABLE = "unable to load root certificates: ";

    private CaBundles() {}

    /** What is wrong with a bundle as objects hold it, in base64; null when nothing is. */
    public static @Nullable String problem(String base64) {
        String text;
        try {
            text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return UNLOADABLE + "unable to parse bytes as PEM block";
        }
        Matcher blocks = BLOCK.matcher(text);
        boolean any = false;
        boolean certificate = false;
        while (blocks.find()) {
            any = true;
            certificate |= blocks.group(1).equals("CERTIFICATE");
            if (blocks.group(1).equals("CERTIFICATE") && isCertificate(blocks.group(2))) {
                return null;
            }
        }
        if (!any) {
            return UNLOADABLE + "unable to parse bytes as PEM block";
        }
        return UNLOADABLE
                + (certificate
                        ? "failed to parse certificate: x509: malformed certificate"
                        : "no valid certificate authority data seen");
    }

    private static boolean isCertificate(String base64) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
            return true;
        } catch (CertificateException | IllegalArgumentException e) {
            return false;
        }
    }
}
