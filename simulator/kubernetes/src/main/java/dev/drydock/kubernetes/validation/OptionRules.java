package dev.drydock.kubernetes.validation;

import dev.drydock.yaml.GoQuote;
import java.nio.charset.StandardCharsets;

/** What is wrong with the options of a write (apimachinery/pkg/apis/meta/v1/validation). */
public final class OptionRules {

    private static final int LONGEST_MANAGER = 128;

    private OptionRules() {}

    /** A field manager: at most 128 bytes of printable characters. */
    public static FieldErrors fieldManager(String manager, String path) {
        FieldErrors errors = new FieldErrors();
        if (manager.getBytes(StandardCharsets.UTF_8).length > LONGEST_MANAGER) {
            errors.add(FieldError.tooLong(path, LONGEST_MANAGER));
        }
        for (int i = 0; i < manager.length(); i = manager.offsetByCodePoints(i, 1)) {
            int c = manager.codePointAt(i);
            if (!GoQuote.isPrintable(c)) {
                int position = manager.substring(0, i).getBytes(StandardCharsets.UTF_8).length;
                errors.add(FieldError.invalid(
                        path,
                        manager,
                        "invalid character U+" + String.format(java.util.Locale.ROOT, "%04X", c) + " (at position "
                                + position + "), should only contain printable characters"));
                break;
            }
        }
        return errors;
    }
}
