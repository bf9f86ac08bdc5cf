package dev.drydock.kubernetes.authentication;

import dev.drydock.kubernetes.Impersonation;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.GoQuote;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Reads the Impersonate-* headers of a request. */
@API(status = API.Status.STABLE, since = "0.1")
public final class ImpersonationHeaders {

    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private ImpersonationHeaders() {}

    /**
     * What the headers ask for.
     *
     * @param extra the values by the rest of the header's name after {@code Impersonate-Extra-}, as it was sent
     */
    public static Impersonation read(String user, String uid, List<String> groups, Map<String, List<String>> extra) {
        Map<String, List<String>> decoded = new TreeMap<>();
        new TreeMap<>(extra)
                .forEach((key, values) -> decoded.computeIfAbsent(
                                unescape(key.toLowerCase(Locale.ROOT)), k -> new ArrayList<>())
                        .addAll(values));
        return new Impersonation(user, uid, groups, decoded);
    }

    private static String unescape(String key) {
        return BAD_ESCAPE.matcher(key).find()
                ? key
                : URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Whether anything is asked for at all. */
    public static boolean isAttempted(Impersonation wanted) {
        return !wanted.user().isEmpty()
                || !wanted.uid().isEmpty()
                || !wanted.groups().isEmpty()
                || !wanted.extra().isEmpty();
    }

    /** The refusal of headers that ask for groups, a uid or extras of nobody, or empty when they name a user. */
    public static Optional<Status> check(Impersonation wanted) {
        return wanted.user().isEmpty() && isAttempted(wanted)
                ? Optional.of(new Status(
                        400,
                        "BadRequest",
                        "requested " + goSyntax(wanted) + " without impersonating a user name",
                        null))
                : Optional.empty();
    }

    /** The server prints its own struct with {@code %#v}. */
    private static String goSyntax(Impersonation wanted) {
        String extra = wanted.extra().isEmpty()
                ? "(nil)"
                : new TreeMap<>(wanted.extra())
                        .entrySet().stream()
                                .map(entry -> GoQuote.quote(entry.getKey()) + ":" + goSlice(entry.getValue()))
                                .collect(Collectors.joining(", ", "{", "}"));
        return "&user.DefaultInfo{Name:\"\", UID:" + GoQuote.quote(wanted.uid()) + ", Groups:"
                + goSlice(wanted.groups()) + ", Extra:map[string][]string" + extra + "}";
    }

    private static String goSlice(List<String> items) {
        return items.isEmpty()
                ? "[]string(nil)"
                : items.stream().map(GoQuote::quote).collect(Collectors.joining(", ", "[]string{", "}"));
    }
}
