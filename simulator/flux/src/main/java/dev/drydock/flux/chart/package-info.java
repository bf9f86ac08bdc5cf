/**
 * Building charts as source-controller does: from a folder of a source, or as a repository serves them, with other default
 * values and other versions. Start at {@link dev.drydock.flux.chart.LocalChartBuild}.
 */
@NullMarked
package dev.drydock.flux.chart;

import org.jspecify.annotations.NullMarked;
