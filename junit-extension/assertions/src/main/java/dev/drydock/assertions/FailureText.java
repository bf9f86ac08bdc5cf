package dev.drydock.assertions;

/** The text of a failed assertion: what it was about, then labelled lines. */
final class FailureText {

    private final StringBuilder text;

    private FailureText(String subject) {
        text = new StringBuilder(subject);
    }

    static FailureText of(String subject) {
        return new FailureText(subject);
    }

    FailureText line(String label, String content) {
        String start = String.format("%n  %-10s", label);
        for (String part : content.stripTrailing().split("\n", -1)) {
            text.append(start).append(part);
            start = String.format("%n  %-10s", "");
        }
        return this;
    }

    String text() {
        return text.toString();
    }
}
