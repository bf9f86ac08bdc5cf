package dev.drydock.scenario.run;

import dev.drydock.yaml.Location;
import java.util.ArrayList;
import java.util.List;

/** Turns what is known not to hold yet into a finding that is counted, and what holds in spite of it into a failure. */
final class KnownDifferences {

    private KnownDifferences() {}

    static Finding of(Finding finding, String reason) {
        if (finding.verdict() == Verdict.HELD) {
            return gone(finding.title(), finding.location(), reason);
        }
        List<Finding.Line> lines = new ArrayList<>(finding.lines());
        lines.add(new Finding.Line("known", reason));
        return new Finding(Verdict.KNOWN_DIFFERENCE, finding.title(), finding.location(), lines);
    }

    static List<Finding> of(String title, Location location, List<Finding> findings, String reason) {
        return findings.isEmpty()
                ? List.of(gone(title, location, reason))
                : findings.stream().map(finding -> of(finding, reason)).toList();
    }

    private static Finding gone(String title, Location location, String reason) {
        return new Finding(
                Verdict.FAILED,
                title,
                location,
                List.of(
                        new Finding.Line("expected", "does not hold, as a known difference: " + reason),
                        new Finding.Line("found", "holds"),
                        new Finding.Line("next", "remove knownDifference here")));
    }
}
