package dev.drydock.cel.library;

import static dev.drydock.cel.library.Checked.refusing;
import static dev.drydock.cel.library.Checked.text;
import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.type.CelType.BYTES;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.value.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Base64 (cel-go, ext/encoders.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EncodersLibrary implements Library {

    /** The library. */
    public EncodersLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("base64.decode", "base64.encode");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function(
                        "base64.decode",
                        form(
                                "base64_decode_string",
                                List.of(STRING),
                                BYTES,
                                refusing(a -> new Scalar.Bytes(decode(text(a, 0)))))),
                function(
                        "base64.encode",
                        form(
                                "base64_encode_bytes",
                                List.of(BYTES),
                                STRING,
                                a -> Scalar.of(encode(((Scalar.Bytes) a.get(0)).latin1())))));
    }

    private static String encode(String latin1) {
        return Base64.getEncoder().encodeToString(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Standard base64 with or without padding; Go ignores line ends and tells the first bad byte. */
    private static String decode(String text) {
        StringBuilder digits = new StringBuilder();
        int bad = -1;
        for (int i = 0; i < text.length() && bad < 0; i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r') {
                continue;
            }
            if (c == '=' || digit(c)) {
                digits.append(c);
            } else {
                bad = i;
            }
        }
        if (bad < 0) {
            try {
                return new String(Base64.getDecoder().decode(digits.toString()), StandardCharsets.ISO_8859_1);
            } catch (IllegalArgumentException e) {
                int padding = text.indexOf('=');
                bad = padding >= 0 ? padding : Math.max(0, text.length() - 1);
            }
        }
        throw new IllegalArgumentException("illegal base64 data at input byte " + bad);
    }

    private static boolean digit(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
