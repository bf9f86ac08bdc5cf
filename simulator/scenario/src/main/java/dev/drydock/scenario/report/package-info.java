/** Reports of runs for people and for machines; all are plain functions of results. Start at {@link dev.drydock.scenario.report.Report}. */
@NullMarked
package dev.drydock.scenario.report;

import org.jspecify.annotations.NullMarked;
