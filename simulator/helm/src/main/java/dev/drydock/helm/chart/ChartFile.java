package dev.drydock.helm.chart;

import dev.drydock.helm.value.GoString;
import org.apiguardian.api.API;

/** A file of a chart. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartFile {

    private final String name;
    private final byte[] data;

    /** A file; the data are not copied. */
    ChartFile(String name, byte[] data) {
        this.name = name;
        this.data = data;
    }

    /** Path in the chart. */
    public String name() {
        return name;
    }

    /** What it holds. */
    public byte[] data() {
        return data.clone();
    }

    /** The content as text. */
    public String text() {
        return GoString.of(data);
    }
}
