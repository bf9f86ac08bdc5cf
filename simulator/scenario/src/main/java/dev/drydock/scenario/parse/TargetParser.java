package dev.drydock.scenario.parse;

import dev.drydock.scenario.Target;
import org.jspecify.annotations.Nullable;

/** Reads {@code Kind/namespace/name}. */
final class TargetParser {

    private TargetParser() {}

    static @Nullable Target target(Fields fields, String key) {
        String text = fields.text(key);
        if (text == null) {
            return null;
        }
        try {
            return Target.parse(text);
        } catch (IllegalArgumentException e) {
            fields.wrong(key, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
