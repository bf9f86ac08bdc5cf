package dev.drydock.helm.function;

/** Numbers that look random and come from a seed (splitmix64). */
final class Dice {

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    long below(long end) {
        return Math.floorMod(next(), end);
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) next();
        }
        return bytes;
    }
}
