package dev.drydock.kernel;

import java.nio.charset.StandardCharsets;
import org.apiguardian.api.API;

/**
 * The number that decides every order which the real system leaves open. Zero stands for the default order.
 *
 * @param value the seed
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Seed(long value) {

    /** The default order. */
    public static final Seed DEFAULT = new Seed(0);

    /** Whether this seed keeps the default order. */
    public boolean isDefault() {
        return value == 0;
    }

    /** A number that depends on the seed and the purpose alone. */
    public long number(String purpose) {
        long hash = value ^ 0x9E3779B97F4A7C15L;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = mix(hash ^ b);
        }
        return mix(hash);
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
