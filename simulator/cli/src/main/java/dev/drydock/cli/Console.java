package dev.drydock.cli;

import java.io.PrintWriter;

/**
 * Where commands print.
 *
 * @param out results
 * @param err problems and progress
 * @param terminal whether a person watches, who likes colours and progress
 */
record Console(PrintWriter out, PrintWriter err, boolean terminal) {

    private static final String RESET = "\u001B[0m";

    /** A line of results. */
    void print(String line) {
        out.println(line);
    }

    /** Shows what was printed so far. */
    void flush() {
        out.flush();
    }

    /** A line about a problem. */
    void problem(String line) {
        out.flush();
        err.println(line);
        err.flush();
    }

    String green(String text) {
        return colour("\u001B[32m", text);
    }

    String red(String text) {
        return colour("\u001B[31m", text);
    }

    String yellow(String text) {
        return colour("\u001B[33m", text);
    }

    String dim(String text) {
        return colour("\u001B[2m", text);
    }

    private String colour(String code, String text) {
        return terminal ? code + text + RESET : text;
    }

    /** A line of progress that the next one overwrites; only for a person. */
    void progress(String text) {
        if (terminal) {
            err.print("\r\u001B[K" + text);
            err.flush();
        }
    }
}
