package dev.drydock.cel.kubernetes;

import dev.drydock.yaml.GoQuote;

/** Reads addresses and prefixes as Go's net/netip does; refusals are thrown with its words. */
final class NetworkAddresses {

    private NetworkAddresses() {}

    static NetworkAddress parse(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '.' -> {
                    return NetworkAddress.of(v4(text, text), "");
                }
                case ':' -> {
                    return new V6(text).parse();
                }
                case '%' -> throw bad(text, "missing IPv6 address");
                default -> {}
            }
        }
        throw bad(text, "unable to parse IP");
    }

    private static IllegalArgumentException bad(String text, String reason) {
        return new IllegalArgumentException("ParseAddr(" + GoQuote.quote(text) + "): " + reason);
    }

    private static IllegalArgumentException bad(String text, String reason, String at) {
        return bad(text, reason + " (at " + GoQuote.quote(at) + ")");
    }

    private static int[] v4(String whole, String text) {
        int[] fields = new int[4];
        int value = 0;
        int field = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (digits == 1 && value == 0) {
                    throw bad(whole, "IPv4 field has octet with leading zero");
                }
                value = value * 10 + c - '0';
                digits++;
                if (value > 255) {
                    throw bad(whole, "IPv4 field has value >255");
                }
            } else if (c == '.') {
                if (i == 0 || i == text.length() - 1 || text.charAt(i - 1) == '.') {
                    throw bad(whole, "IPv4 field must have at least one digit", text.substring(i));
                }
                if (field == 3) {
                    throw bad(whole, "IPv4 address too long");
                }
                fields[field++] = value;
                value = 0;
                digits = 0;
            } else {
                throw bad(whole, "unexpected character", text.substring(i));
            }
        }
        if (field < 3) {
            throw bad(whole, "IPv4 address too short");
        }
        fields[3] = value;
        return fields;
    }

    /** The parts of an IPv6 address from left to right. */
    private static final class V6 {

        private final String whole;
        private String rest;
        private String zone = "";
        private final int[] bytes = new int[16];
        private int filled;
        private int ellipsis = -1;

        V6(String whole) {
            this.whole = whole;
            this.rest = whole;
        }

        NetworkAddress parse() {
            int percent = rest.indexOf('%');
            if (percent >= 0) {
                zone = rest.substring(percent + 1);
                rest = rest.substring(0, percent);
                if (zone.isEmpty()) {
                    throw bad(whole, "zone must be a non-empty string");
                }
            }
            if (rest.startsWith("::")) {
                ellipsis = 0;
                rest = rest.substring(2);
                if (rest.isEmpty()) {
                    return NetworkAddress.of(bytes, zone);
                }
            }
            boolean more = true;
            while (filled < 16 && more) {
                more = group();
            }
            if (!rest.isEmpty()) {
                throw bad(whole, "trailing garbage after address", rest);
            }
            expand();
            return NetworkAddress.of(bytes, zone);
        }

        private boolean group() {
            int length = 0;
            int value = 0;
            while (length < rest.length()
                    && Character.digit(rest.charAt(length), 16) >= 0
                    && rest.charAt(length) < 128) {
                value = value << 4 | Character.digit(rest.charAt(length), 16);
                if (length > 3) {
                    throw bad(whole, "each group must have 4 or less digits", rest);
                }
                if (value > 0xffff) {
                    throw bad(whole, "IPv6 field has value >=2^16", rest);
                }
                length++;
            }
            if (length == 0) {
                throw bad(whole, "each colon-separated field must have at least one digit", rest);
            }
            if (length < rest.length() && rest.charAt(length) == '.') {
                embedded();
                return false;
            }
            bytes[filled] = value >> 8;
            bytes[filled + 1] = value & 0xff;
            filled += 2;
            rest = rest.substring(length);
            return !rest.isEmpty() && colon();
        }

        private void embedded() {
            if (ellipsis < 0 && filled != 12) {
                throw bad(whole, "embedded IPv4 address must replace the final 2 fields of the address", rest);
            }
            if (filled + 4 > 16) {
                throw bad(whole, "too many hex fields to fit an embedded IPv4 at the end of the address", rest);
            }
            System.arraycopy(v4(whole, rest), 0, bytes, filled, 4);
            rest = "";
            filled += 4;
        }

        private boolean colon() {
            if (rest.charAt(0) != ':') {
                throw bad(whole, "unexpected character, want colon", rest);
            }
            if (rest.length() == 1) {
                throw bad(whole, "colon must be followed by more characters", rest);
            }
            rest = rest.substring(1);
            if (rest.charAt(0) == ':') {
                if (ellipsis >= 0) {
                    throw bad(whole, "multiple :: in address", rest);
                }
                ellipsis = filled;
                rest = rest.substring(1);
            }
            return !rest.isEmpty();
        }

        private void expand() {
            if (filled == 16) {
                if (ellipsis >= 0) {
                    throw bad(whole, "the :: must expand to at least one field of zeros");
                }
                return;
            }
            if (ellipsis < 0) {
                throw bad(whole, "address string too short");
            }
            int missing = 16 - filled;
            for (int i = filled - 1; i >= ellipsis; i--) {
                bytes[i + missing] = bytes[i];
                bytes[i] = 0;
            }
            for (int i = ellipsis; i < ellipsis + missing; i++) {
                bytes[i] = 0;
            }
        }
    }

    /** A prefix is an address and a number of bits. */
    static NetworkPrefix prefix(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw badPrefix(text, "no '/'");
        }
        NetworkAddress address;
        try {
            address = parse(text.substring(0, slash));
        } catch (IllegalArgumentException e) {
            throw badPrefix(text, String.valueOf(e.getMessage()));
        }
        if (!address.zone().isEmpty()) {
            throw badPrefix(text, "IPv6 zones cannot be present in a prefix");
        }
        String bits = text.substring(slash + 1);
        if (bits.isEmpty()
                || !bits.chars().allMatch(c -> c >= '0' && c <= '9')
                || (bits.length() > 1 && bits.startsWith("0"))
                || bits.length() > 18) {
            throw badPrefix(text, "bad bits after slash: " + GoQuote.quote(bits));
        }
        if (Long.parseLong(bits) > address.bytes().size() * 8L) {
            throw badPrefix(text, "prefix length out of range");
        }
        return new NetworkPrefix(address, Integer.parseInt(bits));
    }

    private static IllegalArgumentException badPrefix(String text, String reason) {
        return new IllegalArgumentException("netip.ParsePrefix(" + GoQuote.quote(text) + "): " + reason);
    }
}
