/** Charts: loading, metadata, dependencies. Start at {@link dev.drydock.helm.chart.ChartLoader}. */
@NullMarked
package dev.drydock.helm.chart;

import org.jspecify.annotations.NullMarked;
