package dev.drydock.kubernetes.authorization;

import dev.drydock.yaml.GoQuote;
import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** Texts as Go prints them with {@code %q}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Quoted {

    private Quoted() {}

    /** A string in double quotes with Go's escapes. */
    public static String go(String text) {
        return GoQuote.quote(text);
    }

    /** A list of strings: {@code ["a" "b"]}. */
    public static String go(List<String> texts) {
        return texts.stream().map(Quoted::go).collect(Collectors.joining(" ", "[", "]"));
    }
}
