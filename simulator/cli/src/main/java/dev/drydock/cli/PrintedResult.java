package dev.drydock.cli;

import dev.drydock.scenario.run.Verdict;

/**
 * What a person reads of the result of a scenario.
 *
 * @param knownDifferences number of checks with a known difference
 * @param text its lines, each with its end
 */
record PrintedResult(Verdict verdict, long knownDifferences, String text) {}
