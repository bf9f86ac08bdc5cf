package dev.drydock.kubernetes.kinds;

import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.yaml.GoQuote;
import java.util.List;

/** Addresses in forms that will not be accepted for ever (apimachinery, util/validation/ip.go: GetWarningsForIP, …CIDR). */
final class AddressWarnings {

    private AddressWarnings() {}

    static void each(String field, List<String> texts, List<String> warnings) {
        for (int i = 0; i < texts.size(); i++) {
            address(field + "[" + i + "]", texts.get(i), warnings);
        }
    }

    static void address(String field, String text, List<String> warnings) {
        IpAddress address = IpAddress.parse(text).orElse(null);
        if (address == null) {
            return;
        }
        if (address.hasLeadingZeros() || address.isMapped()) {
            warnings.add(field + ": non-standard IP address " + GoQuote.quote(text) + " is invalid: use "
                    + GoQuote.quote(address.canonical()));
        } else if (!address.canonical().equals(text)) {
            warnings.add(field + ": IPv6 address " + GoQuote.quote(text) + " should be in RFC 5952 canonical format ("
                    + GoQuote.quote(address.canonical()) + ")");
        }
    }

    static void range(String field, String text, List<String> warnings) {
        IpRange range = IpRange.parse(text).orElse(null);
        if (range == null) {
            return;
        }
        int known = warnings.size();
        if (range.hasBitsBeyondPrefix()) {
            String single = range.address().canonical() + "/" + range.address().bits();
            warnings.add(field + ": CIDR value " + GoQuote.quote(text) + " is ambiguous in this context (should be "
                    + GoQuote.quote(range.canonical()) + " or " + GoQuote.quote(single) + "?)");
        }
        if (range.hasLeadingZeros()
                || range.address().hasLeadingZeros()
                || range.address().isMapped()) {
            warnings.add(field + ": non-standard CIDR value " + GoQuote.quote(text) + " is invalid: use "
                    + GoQuote.quote(range.canonical()));
        }
        if (warnings.size() == known
                && range.address().bits() == 128
                && !range.canonical().equals(text)) {
            warnings.add(field + ": IPv6 CIDR value " + GoQuote.quote(text)
                    + " should be in RFC 5952 canonical format (" + GoQuote.quote(range.canonical()) + ")");
        }
    }
}
