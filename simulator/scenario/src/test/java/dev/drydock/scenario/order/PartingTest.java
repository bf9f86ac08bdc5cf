package dev.drydock.scenario.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.kernel.Kernel;
import dev.drydock.kernel.Trace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartingTest {

    /** Each letter is something that happened; a point lets a second pass. */
    private static List<Trace.Entry> trace(String text) {
        List<Trace.Entry> entries = new ArrayList<>();
        int second = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                second++;
            } else {
                entries.add(new Trace.Entry(Kernel.EPOCH.plusSeconds(second), "a", "b", String.valueOf(c)));
            }
        }
        return entries;
    }

    @ParameterizedTest(name = "{0} and {1} part after {2}")
    @CsvSource({
        "ab.c, ab.c, 3",
        "ab.c, ab.d, 2",
        "ab.cd, ab.ce, 3",
        "ab.cd, ba.ce, 3",
        "ab.cd, ba.cd, 0",
        "ab.cd, ab.c, 3",
        "ab.cd, ba, 2",
        "ab, ab.cd, 2",
    })
    void traces_part_where_other_things_happened(String one, String other, int shared) {
        assertThat(Parting.of(trace(one), trace(other))).isEqualTo(shared);
        assertThat(Parting.of(trace(other), trace(one))).isEqualTo(shared);
    }
}
