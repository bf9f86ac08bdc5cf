package dev.drydock.kubernetes.crd;

import dev.drydock.cel.value.DurationValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TimestampValue;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** Texts whose format gives them another type in rules: lengths and points of time, and bytes. */
final class FormattedText {

    private FormattedText() {}

    static Value value(String text, MapNode schema) {
        return switch (schema.findText("format")) {
            case "duration" -> duration(text);
            case "date" ->
                Times.isDate(text)
                        ? new TimestampValue(
                                LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC))
                        : new Failure("Invalid date formatted string " + text + ": " + unparsed(text, "2006-01-02"));
            case "date-time" -> time(text);
            case "byte" -> bytes(text);
            default -> Scalar.of(text);
        };
    }

    private static Value duration(String text) {
        Long nanos = Times.nanos(text);
        return nanos == null
                ? new Failure("Invalid duration " + text + ": unable to parse " + text + " as duration")
                : new DurationValue(nanos);
    }

    /** With an offset, or without one as UTC. */
    private static Value time(String text) {
        if (text.isEmpty()) {
            return new TimestampValue(LocalDate.EPOCH.atStartOfDay().atOffset(ZoneOffset.UTC));
        }
        try {
            boolean bare = text.length() == "2006-01-02T15:04:05".length();
            return new TimestampValue(
                    bare ? LocalDateTime.parse(text).atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return new Failure(
                    "Invalid date-time formatted string " + text + ": " + unparsed(text, "2006-01-02T15:04:05"));
        }
    }

    private static String unparsed(String text, String layout) {
        return "parsing time \"" + text + "\" as \"" + layout + "\": cannot parse \"" + text + "\" as \"2006\"";
    }

    /** The alphabet is that of URLs, whatever the check of the format says. */
    private static Value bytes(String text) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(text.replaceAll("[\\r\\n]", ""));
            return new Scalar.Bytes(new String(raw, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            int at = 0;
            while (at < text.length()
                    && (Character.isLetterOrDigit(text.charAt(at)) || "-_".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            return new Failure("Invalid byte formatted string " + text + ": illegal base64 data at input byte " + at);
        }
    }
}
