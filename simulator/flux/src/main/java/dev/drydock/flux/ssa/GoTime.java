package dev.drydock.flux.ssa;

import dev.drydock.yaml.ScalarNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Points in time as apimachinery writes them after it read them: in UTC, to the second or to the microsecond. */
final class GoTime {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private GoTime() {}

    static ScalarNode seconds(String text) {
        return format(text, SECONDS);
    }

    static ScalarNode micros(String text) {
        return format(text, MICROS);
    }

    private static ScalarNode format(String text, DateTimeFormatter format) {
        try {
            return ScalarNode.of(OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(format));
        } catch (DateTimeParseException e) {
            throw new GoRoundTrip.Mismatch("cannot parse time");
        }
    }
}
