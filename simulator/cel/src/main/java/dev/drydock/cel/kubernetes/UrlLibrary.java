package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.MapValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** URLs (library/urls.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UrlLibrary implements Library {

    private static final CelType URL = UrlValue.TYPE;

    /** The library. */
    public UrlLibrary() {}

    @Override
    public Set<String> names() {
        return Set.of("url", "getScheme", "getHost", "getHostname", "getPort", "getEscapedPath", "getQuery", "isURL");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("url", form("string_to_url", List.of(STRING), URL, Arguments.ofText(UrlValue::parse))),
                function("getScheme", part("url_get_scheme", GoUrl::scheme)),
                function("getHost", part("url_get_host", GoUrl::host)),
                function("getHostname", part("url_get_hostname", GoUrl::hostname)),
                function("getPort", part("url_get_port", GoUrl::port)),
                function("getEscapedPath", part("url_get_escaped_path", GoUrl::escapedPath)),
                function(
                        "getQuery",
                        member(
                                "url_get_query",
                                List.of(URL),
                                CelType.map(STRING, CelType.list(STRING)),
                                a -> query(((UrlValue) a.get(0)).url()))),
                function(
                        "isURL", form("is_url_string", List.of(STRING), BOOL, Arguments.accepts(GoUrl::parseRequest))));
    }

    /** What keeps a text from being a URL, in Go's words, or null. */
    public static @Nullable String problem(String text) {
        try {
            GoUrl.parseRequest(text);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static Overload part(String id, Function<GoUrl, String> read) {
        return member(id, List.of(URL), STRING, a -> Scalar.of(read.apply(((UrlValue) a.get(0)).url())));
    }

    private static Value query(GoUrl url) {
        Map<Value, Value> values = new LinkedHashMap<>();
        url.values().forEach((key, list) -> values.put(Scalar.of(key), Arguments.texts(list)));
        return MapValue.of(values);
    }
}
