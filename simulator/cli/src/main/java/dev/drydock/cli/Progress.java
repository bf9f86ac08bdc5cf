package dev.drydock.cli;

/** Shows a person how far a run is, once it takes longer than a second. */
final class Progress {

    private static final long PATIENCE = 1_000_000_000L;

    private final Console console;
    private final int total;
    private final long begin = System.nanoTime();
    private int done;
    private boolean shown;

    Progress(Console console, int total) {
        this.console = console;
        this.total = total;
    }

    /** The next item begins. */
    void next(String name) {
        done++;
        if (total > 1 && System.nanoTime() - begin > PATIENCE) {
            shown = true;
            console.progress(done + "/" + total + " " + name);
        }
    }

    /** Clears the line. */
    void end() {
        if (shown) {
            console.progress("");
        }
    }
}
