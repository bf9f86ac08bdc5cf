package dev.drydock.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Refuses arguments that say nothing, before anything runs: a script whose variable is not set gives an empty text. */
final class Given {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private Given() {}

    /** A path; an empty one would mean the working folder, which is written {@code .}. */
    static Path path(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("the path is empty; a file or folder is expected, the current one is .");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("\"" + text + "\" is no path: " + e.getReason());
        }
    }

    /**
     * A text that is not empty.
     *
     * @param what the option or parameter
     * @param expected what would be right
     */
    static String text(String what, String text, String expected) {
        if (text.isBlank()) {
            throw new BadInputException(what + " is empty; " + expected + " is expected");
        }
        return text;
    }

    /** The name of a namespace, which need not exist. */
    static String namespace(String what, String text) {
        text(what, text, "the name of a namespace");
        if (!LABEL.matcher(text).matches()) {
            throw new BadInputException(what + " \"" + text + "\" can be no namespace; at most 63 lower case letters, "
                    + "digits and '-', beginning and ending with a letter or digit, are expected");
        }
        return text;
    }
}
