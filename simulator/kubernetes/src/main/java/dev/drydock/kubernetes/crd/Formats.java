package dev.drydock.kubernetes.crd;

import java.util.Map;
import java.util.regex.Pattern;

/** The formats of strings that are checked (kube-openapi, pkg/validation/strfmt); unknown ones are not. */
final class Formats {

    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String IPV4 = OCTET + "(\\." + OCTET + "){3}";
    private static final String IPV6 = "[0-9a-fA-F:]*:[0-9a-fA-F:]*(" + IPV4 + ")?";
    private static final String DAY = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])";

    private static final Map<String, Pattern> PATTERNS = Map.ofEntries(
            Map.entry("date", Pattern.compile(DAY)),
            Map.entry(
                    "date-time",
                    Pattern.compile(
                            DAY + "[Tt]([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?([Zz]|[+-]\\d{2}:\\d{2})")),
            Map.entry("ipv4", Pattern.compile(IPV4)),
            Map.entry("ipv6", Pattern.compile(IPV6)),
            Map.entry(
                    "cidr",
                    Pattern.compile("(" + IPV4 + "/(3[0-2]|[12]?\\d))|(" + IPV6 + "/(12[0-8]|1[01]\\d|\\d?\\d))")),
            Map.entry("mac", Pattern.compile("([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}")),
            Map.entry("uuid", Pattern.compile("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")),
            Map.entry("uri", Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|/.*")),
            Map.entry("email", Pattern.compile("[^@\\s]+@[^@\\s]+")),
            Map.entry("byte", Pattern.compile("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")),
            Map.entry("duration", Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)\\s*[a-zA-Zµ]+.*|0")));

    private Formats() {}

    static boolean matches(String format, String text) {
        Pattern pattern = PATTERNS.get(format);
        return pattern == null || pattern.matcher(text).matches();
    }
}
