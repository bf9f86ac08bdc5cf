package dev.drydock.cel.kubernetes;

/** An address with the number of its bits that name a network. */
record NetworkPrefix(NetworkAddress address, int bits) {

    NetworkPrefix masked() {
        return new NetworkPrefix(address.masked(bits), bits);
    }

    boolean contains(NetworkAddress other) {
        return other.zone().isEmpty() && address.sharesPrefix(other, bits);
    }

    /** Whether another network lies within this one. */
    boolean contains(NetworkPrefix other) {
        return bits <= other.bits && address.sharesPrefix(other.address, bits);
    }

    @Override
    public String toString() {
        return address + "/" + bits;
    }
}
