package dev.drydock.kubernetes.crd;

import dev.drydock.cel.kubernetes.GoUrl;
import dev.drydock.kubernetes.validation.IpAddress;
import dev.drydock.kubernetes.validation.IpRange;
import dev.drydock.yaml.MapNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The formats that schemas may name (apiextensions-apiserver, pkg/apiserver/validation/formats.go) and how texts are checked
 * against them (kube-openapi, pkg/validation/strfmt and govalidator). Names count without their dashes.
 */
public final class Formats {

    private static final String SHORT_NAME = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String BYTE = "(0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])";
    private static final String COMMA = "\\s*,\\s*";
    private static final String HOST = "[a-zA-Z0-9\\p{S}\\p{L}]";

    private static final Map<String, Predicate<String>> TEXTS = new HashMap<>();

    private static final Map<String, Set<String>> NUMBERS =
            Map.of("integer", Set.of("int32", "int64"), "number", Set.of("float", "double"));

    static {
        TEXTS.put("bsonobjectid", matching("[0-9a-fA-F]{24}"));
        TEXTS.put("uri", Formats::isRequestUri);
        TEXTS.put("email", MailAddress::isAddress);
        TEXTS.put("hostname", Formats::isHostname);
        TEXTS.put("ipv4", text -> text.contains(".") && IpAddress.parse(text).isPresent());
        TEXTS.put(
                "ipv6",
                text -> text.contains(":")
                        && IpAddress.parse(text)
                                .filter(address -> !address.hasLeadingZeros())
                                .isPresent());
        TEXTS.put("cidr", text -> IpRange.parse(text).isPresent());
        TEXTS.put("mac", Formats::isMac);
        uuid("uuid", "[0-9a-f]{4}-?[0-9a-f]{4}");
        uuid("uuid3", "3[0-9a-f]{3}-?[0-9a-f]{4}");
        uuid("uuid4", "4[0-9a-f]{3}-?[89ab][0-9a-f]{3}");
        uuid("uuid5", "5[0-9a-f]{3}-?[89ab][0-9a-f]{3}");
        TEXTS.put("isbn", text -> Checksums.isIsbn10(text) || Checksums.isIsbn13(text));
        TEXTS.put("isbn10", Checksums::isIsbn10);
        TEXTS.put("isbn13", Checksums::isIsbn13);
        TEXTS.put("creditcard", Checksums::isCreditCard);
        TEXTS.put("ssn", matching("\\d{3}[- ]\\d{2}[- ]\\d{4}"));
        TEXTS.put("hexcolor", matching("#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"));
        TEXTS.put("rgbcolor", matching("rgb\\(\\s*" + BYTE + COMMA + BYTE + COMMA + BYTE + "\\s*\\)"));
        TEXTS.put("byte", matching("([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})"));
        TEXTS.put("password", text -> true);
        TEXTS.put("date", Times::isDate);
        TEXTS.put("duration", Times::isDuration);
        TEXTS.put("datetime", Times::isDateTime);
        TEXTS.put("k8sshortname", text -> text.length() <= 63 && text.matches(SHORT_NAME));
        TEXTS.put("k8slongname", text -> text.length() <= 253 && text.matches(SHORT_NAME + "(\\." + SHORT_NAME + ")*"));
    }

    private Formats() {}

    private static Predicate<String> matching(String expression) {
        return Pattern.compile(expression).asMatchPredicate();
    }

    private static void uuid(String name, String middle) {
        TEXTS.put(name, matching("(?i)[0-9a-f]{8}-?[0-9a-f]{4}-?" + middle + "-?[0-9a-f]{12}"));
    }

    private static String bare(String format) {
        return format.replace("-", "");
    }

    /** The format of a schema when the server knows it for its type; else empty, as if there were none. */
    static String supported(MapNode schema) {
        String format = schema.findText("format");
        return isKnown(schema, format) ? format : "";
    }

    /** Whether the server knows the format of a schema of one type; of int-or-string it looks at the text. */
    private static boolean isKnown(MapNode schema, String format) {
        List<String> types = ValueTypes.of(schema);
        String type = types.size() == 1 ? types.get(0) : "";
        boolean isText = type.isEmpty() || type.equals("string");
        return isText
                ? TEXTS.containsKey(bare(format))
                : NUMBERS.getOrDefault(type, Set.of()).contains(format);
    }

    /** Whether a schema names a format that means nothing to the server. */
    static boolean isUnrecognized(MapNode schema) {
        String format = schema.findText("format");
        return !format.isEmpty() && !isKnown(schema.without("x-kubernetes-int-or-string"), format);
    }

    /** Whether a text has a format; formats of numbers say nothing about texts. */
    public static boolean matches(String format, String text) {
        Predicate<String> check = TEXTS.get(bare(format));
        return check == null || check.test(text);
    }

    private static final Pattern HOSTNAME = Pattern.compile("(" + HOST + "((-?[a-zA-Z0-9\\p{S}\\p{L}]{0,62})?)|(" + HOST
            + "(([a-zA-Z0-9-\\p{S}\\p{L}]{0,61}" + HOST + ")?)(\\.)){1,}([a-zA-Z\\p{L}]){2,63})");

    private static boolean isHostname(String text) {
        if (text.length() > 255 || !HOSTNAME.matcher(text).matches()) {
            return false;
        }
        for (String part : text.split("\\.", -1)) {
            if (part.length() > 63) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRequestUri(String text) {
        try {
            GoUrl.parseRequest(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isMac(String text) {
        String pair = "[0-9a-fA-F]{2}";
        String quad = "[0-9a-fA-F]{4}";
        for (int bytes : new int[] {6, 8, 20}) {
            String rest = "{" + (bytes - 1) + "}";
            if (text.matches(pair + "(:" + pair + ")" + rest)
                    || text.matches(pair + "(-" + pair + ")" + rest)
                    || text.matches(quad + "(\\." + quad + "){" + (bytes / 2 - 1) + "}")) {
                return true;
            }
        }
        return false;
    }
}
