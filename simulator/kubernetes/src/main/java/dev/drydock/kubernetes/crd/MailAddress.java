package dev.drydock.kubernetes.crd;

import java.util.regex.Pattern;

/** A single mail address, with or without a name (Go's net/mail, ParseAddress). */
final class MailAddress {

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x{80}-\\x{10ffff}-]+";
    private static final String DOTTED = ATOM + "(?:\\." + ATOM + ")*+";
    private static final String QUOTED = "\"(?:[^\"\\\\\\x00-\\x08\\x0a-\\x1f\\x7f]|\\\\[\\x09\\x20-\\x{10ffff}])*+\"";
    private static final String LITERAL = "\\[[^\\[\\]\\\\\\s]+\\]";
    private static final String SPEC =
            "(?:" + DOTTED + "|" + QUOTED + ")[ \\t]*@[ \\t]*(?:" + DOTTED + "|" + LITERAL + ")";
    private static final String WORD = "(?:" + DOTTED + "\\.?|" + QUOTED + ")";
    private static final Pattern ADDRESS = Pattern.compile("[ \\t]*(?:" + SPEC + "|(?:" + WORD + "(?:[ \\t]+" + WORD
            + ")*+[ \\t]*)?<[ \\t]*" + SPEC + "[ \\t]*>)[ \\t]*");

    private MailAddress() {}

    static boolean isAddress(String text) {
        return text.length() <= 4096 && ADDRESS.matcher(text).matches();
    }
}
