package dev.drydock.kustomize.field;

/** Whether a text can stand in YAML without quotes and still is that text. */
public final class PlainText {

    private static final String OLD_BOOLEANS = " y Y yes Yes YES on On ON n N no No NO off Off OFF ";

    private PlainText() {}

    static boolean isOldBoolean(String text) {
        return text.length() <= 3 && OLD_BOOLEANS.contains(" " + text + " ");
    }

    /** Whether go-yaml writes the text without quotes. */
    public static boolean allows(String text) {
        if (text.isEmpty() || isOldBoolean(text)) {
            return false;
        }
        char first = text.charAt(0);
        if ("#,[]{}&*!|>'\"%@`".indexOf(first) >= 0 || text.startsWith("---") || text.startsWith("...")) {
            return false;
        }
        if ("-?:".indexOf(first) >= 0 && (text.length() == 1 || text.charAt(1) == ' ')) {
            return false;
        }
        if (first == ' ' || text.endsWith(" ") || text.endsWith(":") || text.contains(": ") || text.contains(" #")) {
            return false;
        }
        return text.chars().noneMatch(c -> c < 0x20 || c == 0x7f)
                && Scalars.untagged(text).isString();
    }
}
