package dev.drydock.helm.chart;

import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * A file of a chart.
 *
 * @param name path in the chart
 * @param data what it holds
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record ChartFile(String name, byte[] data) {

    /** The content as text. */
    public String text() {
        return dev.drydock.helm.value.GoString.of(data);
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ": " + new String(data, StandardCharsets.UTF_8);
    }
}
