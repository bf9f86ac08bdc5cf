package dev.drydock.scenario.run;

import dev.drydock.kubernetes.Explanation;
import java.util.ArrayList;
import java.util.List;

/** Turns the explanation of a decision into labelled lines. */
final class Reasons {

    private static final int MOST = 8;

    private Reasons() {}

    static List<Finding.Line> of(Explanation explanation) {
        List<Finding.Line> lines = new ArrayList<>();
        if (!explanation.because().isEmpty()) {
            lines.add(new Finding.Line("because", explanation.because()));
        }
        explanation.considered().stream().limit(MOST).forEach(line -> lines.add(new Finding.Line("", line)));
        if (explanation.considered().size() > MOST) {
            lines.add(new Finding.Line("", "(+" + (explanation.considered().size() - MOST) + " more)"));
        }
        String label = "to allow";
        for (String line : explanation.toAllow()) {
            lines.add(new Finding.Line(label, line));
            label = "";
        }
        return lines;
    }
}
