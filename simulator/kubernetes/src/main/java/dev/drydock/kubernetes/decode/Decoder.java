package dev.drydock.kubernetes.decode;

import dev.drydock.kubernetes.FieldValidation;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.RequestBody;
import dev.drydock.kubernetes.Status;
import dev.drydock.yaml.DuplicateKey;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.Parsed;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies as objects of a kind (apimachinery, runtime/serializer; apiserver, endpoints/handlers/rest.go).
 *
 * <p>Built-in kinds are read into their Go structs. Of custom kinds only the metadata is; the rest is their schema's matter.
 */
public final class Decoder {

    /** The Go type into which type and version of a JSON text are read first. */
    public static final String TYPE_META =
            "struct { APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }";

    private static final String SCHEME = " in scheme \"pkg/runtime/scheme.go:111\"";

    /** Kinds that the server can still read but serves no more. */
    private static final Set<GroupVersionKind> REGISTERED =
            Set.of(new GroupVersionKind("apiextensions.k8s.io", "v1beta1", "CustomResourceDefinition"));

    private Decoder() {}

    /**
     * An object that was read.
     *
     * @param object the object as its Go struct is encoded
     * @param problems what strict decoding finds wrong: unknown fields
     */
    public record Typed(MapNode object, List<String> problems) {}

    /**
     * The object of a body of a POST or PUT. A missing apiVersion or kind is taken from the expected kind.
     *
     * @param expected kind of the resource that the request is for
     */
    public static Decoded decode(RequestBody body, GroupVersionKind expected, FieldValidation validation) {
        Parsed parsed;
        try {
            parsed = parse(body, expected);
        } catch (YamlException e) {
            return unrecognized(
                    isYaml(body) ? e.upstream() : "couldn't get version/kind; json parse error: " + e.upstream(),
                    body,
                    expected);
        }
        Node document = parsed.document();
        if (!(document instanceof MapNode) && !document.isNull()) {
            return unrecognized(
                    "couldn't get version/kind; json parse error: json: cannot unmarshal " + JsonKind.of(document)
                            + " into Go value of type " + TYPE_META,
                    body,
                    expected);
        }
        if (document.isNull() && GoStructs.nameOf(expected) == null) {
            return unrecognized("Object 'Kind' is missing in 'null'", body, expected);
        }
        MapNode object = document instanceof MapNode map ? map : MapNode.EMPTY;
        for (String field : new String[] {"apiVersion", "kind"}) {
            Node value = object.get(field);
            if (value != null && !value.isNull() && !(value instanceof ScalarNode scalar && scalar.isString())) {
                return unrecognized(
                        "couldn't get version/kind; json parse error: json: cannot unmarshal " + JsonKind.of(value)
                                + " into Go struct field ." + field + " of type string",
                        body,
                        expected);
            }
        }
        if (object.findText("apiVersion").chars().filter(c -> c == '/').count() > 1) {
            return unrecognized("unexpected GroupVersion string: " + object.findText("apiVersion"), body, expected);
        }
        if (object.findText("kind").isEmpty() && GoStructs.nameOf(expected) == null) {
            return unrecognized("Object 'Kind' is missing in '" + text(body) + "'", body, expected);
        }
        return decode(withType(object, expected), parsed.duplicates(), isYaml(body), expected, validation);
    }

    private static Decoded decode(
            MapNode object,
            List<DuplicateKey> duplicates,
            boolean yaml,
            GroupVersionKind expected,
            FieldValidation validation) {
        GroupVersionKind given = GroupVersionKind.of(object);
        String prefix = given.kind() + " in version " + GoQuote.quote(given.version()) + " cannot be handled as a "
                + expected.kind() + ": ";
        boolean builtIn = GoStructs.nameOf(expected) != null;
        if (REGISTERED.contains(given) && given.kind().equals(expected.kind())) {
            return badRequest(otherVersion(given, expected));
        }
        if (builtIn && GoStructs.nameOf(given) == null) {
            return badRequest(prefix + notRegistered(given));
        }
        List<TypedDecoder.Problem> problems = new ArrayList<>();
        MapNode decoded;
        try {
            decoded = read(object, given, problems);
        } catch (DecodingException e) {
            return badRequest(prefix + e.words());
        }
        if (builtIn && !given.kind().equals(expected.kind())) {
            return badRequest(prefix + notConvertible(given, expected));
        }
        if (validation != FieldValidation.IGNORE) {
            List<TypedDecoder.Problem> repeated = duplicates.stream()
                    .map(key -> new TypedDecoder.Problem(key.upstream(), key.location()))
                    .toList();
            problems.addAll(builtIn ? problems.size() : 0, repeated);
        }
        List<String> texts = inOrder(problems);
        if (validation == FieldValidation.STRICT && !texts.isEmpty()) {
            return badRequest(prefix + "strict decoding error: " + strict(texts, duplicates, yaml));
        }
        List<String> warned = validation == FieldValidation.IGNORE ? List.of() : texts;
        if (!given.apiVersion().equals(expected.apiVersion())) {
            return new Decoded.Refused(new Status(400, "BadRequest", otherVersion(given, expected), null), warned);
        }
        return new Decoded.Read(decoded, object, warned);
    }

    private static String otherVersion(GroupVersionKind given, GroupVersionKind expected) {
        return "the API version in the data (" + given.apiVersion() + ") does not match the expected API version ("
                + expected.apiVersion() + ")";
    }

    /** Repeated keys of a YAML text are one error of go-yaml's, which lists them line by line. */
    private static String strict(List<String> texts, List<DuplicateKey> duplicates, boolean yaml) {
        if (!yaml || duplicates.isEmpty()) {
            return String.join(", ", texts);
        }
        List<String> all = new ArrayList<>();
        StringBuilder lines = new StringBuilder("yaml: unmarshal errors:");
        List<String> repeated = duplicates.stream().map(DuplicateKey::upstream).toList();
        repeated.forEach(text -> lines.append("\n  ").append(text));
        all.add(lines.toString());
        texts.stream().filter(text -> !repeated.contains(text)).forEach(all::add);
        return String.join(", ", all);
    }

    private static List<String> inOrder(List<TypedDecoder.Problem> problems) {
        List<TypedDecoder.Problem> sorted = new ArrayList<>(problems);
        if (sorted.stream().allMatch(problem -> problem.location().isKnown())) {
            sorted.sort(Comparator.comparingInt(
                            (TypedDecoder.Problem p) -> p.location().line())
                    .thenComparingInt(p -> p.location().column()));
        }
        return sorted.stream().map(TypedDecoder.Problem::text).toList();
    }

    /**
     * The object of a kind that a tree holds, such as a patched document.
     *
     * @throws DecodingException when a value does not fit its type
     */
    public static Typed read(MapNode object, GroupVersionKind kind) {
        List<TypedDecoder.Problem> problems = new ArrayList<>();
        MapNode read = read(object, kind, problems);
        return new Typed(read, problems.stream().map(TypedDecoder.Problem::text).toList());
    }

    /**
     * The same in the words of the conversion from unstructured objects (apimachinery, runtime/converter.go), which applies
     * and strategic merge patches go through.
     *
     * @throws DecodingException when a value does not fit its type
     */
    public static Typed convert(MapNode object, GroupVersionKind kind) {
        StructConversion.check(object, kind);
        List<TypedDecoder.Problem> problems = new ArrayList<>();
        MapNode read = read(new TypedDecoder(true), object, kind, problems);
        return new Typed(read, problems.stream().map(TypedDecoder.Problem::text).toList());
    }

    private static MapNode read(MapNode object, GroupVersionKind kind, List<TypedDecoder.Problem> problems) {
        return read(new TypedDecoder(), object, kind, problems);
    }

    private static MapNode read(
            TypedDecoder decoder, MapNode object, GroupVersionKind kind, List<TypedDecoder.Problem> problems) {
        String struct = GoStructs.nameOf(kind);
        if (struct != null) {
            MapNode read = decoder.decode(object, struct);
            problems.addAll(decoder.problems());
            return read;
        }
        Typed metadata = metadata(object.get("metadata"), "");
        metadata.problems().forEach(text -> problems.add(new TypedDecoder.Problem(text, Location.NONE)));
        return object.with("metadata", metadata.object());
    }

    /**
     * The metadata of an object that no struct describes, or of one inside another.
     *
     * @param path path of the object, empty for a whole one
     * @throws DecodingException when a value does not fit its type
     */
    public static Typed metadata(@Nullable Node metadata, String path) {
        if (metadata != null && !metadata.isNull() && !(metadata instanceof MapNode)) {
            throw new DecodingException(
                    "json: cannot unmarshal " + JsonKind.of(metadata) + " into Go value of type v1.ObjectMeta");
        }
        TypedDecoder decoder = new TypedDecoder(path.isEmpty() ? "metadata" : path + ".metadata");
        MapNode read = decoder.decode(metadata instanceof MapNode map ? map : MapNode.EMPTY, "meta.ObjectMeta");
        List<String> problems = decoder.problems().stream()
                .map(TypedDecoder.Problem::text)
                .sorted()
                .toList();
        return new Typed(read, problems);
    }

    /** What a field of an object of a kind is when nothing is set, or null when the struct has no such field or leaves it out. */
    public static @Nullable Node zero(GroupVersionKind kind, String field) {
        return read(MapNode.of("apiVersion", kind.apiVersion(), "kind", kind.kind()), kind)
                .object()
                .get(field);
    }

    /** Whether a kind is one of those that the server was built with, served or not. */
    public static boolean isBuiltIn(GroupVersionKind kind) {
        return GoStructs.nameOf(kind) != null;
    }

    private static Parsed parse(RequestBody body, GroupVersionKind expected) {
        if (body instanceof RequestBody.Value value) {
            return new Parsed(List.of(value.node()), List.of());
        }
        String text = ((RequestBody.Text) body).text();
        if (isYaml(body)) {
            return YamlReader.parseFirst(text, "body", YamlMode.KUBERNETES);
        }
        return isBuiltIn(expected)
                ? JsonReader.readMergingDuplicates(text, "body")
                : JsonReader.readReportingDuplicates(text, "body");
    }

    private static boolean isYaml(RequestBody body) {
        return body instanceof RequestBody.Text text && text.mediaType().contains("yaml");
    }

    /** What the scheme says of a kind that it does not know. */
    public static String notRegistered(GroupVersionKind kind) {
        return "no kind " + GoQuote.quote(kind.kind()) + " is registered for version "
                + GoQuote.quote(kind.apiVersion()) + SCHEME;
    }

    /** What the scheme says of a kind that is another than the expected one. */
    public static String notConvertible(GroupVersionKind given, GroupVersionKind expected) {
        return "converting (" + given.version() + "." + given.kind() + ") to (" + internalPackage(expected) + "."
                + expected.kind() + "): unknown conversion";
    }

    /** The tree of a struct that is no kind of its own, such as options. */
    public static MapNode readStruct(MapNode object, String struct) {
        return new TypedDecoder().decode(object, struct);
    }

    /** The object with the expected type where it names none. */
    public static MapNode withType(MapNode object, GroupVersionKind expected) {
        boolean noVersion = object.findText("apiVersion").isEmpty();
        MapNode typed = noVersion ? object.with("apiVersion", expected.apiVersion()) : object;
        return object.findText("kind").isEmpty() ? typed.with("kind", expected.kind()) : typed;
    }

    private static String internalPackage(GroupVersionKind kind) {
        String group = kind.group().isEmpty() ? "core" : kind.group();
        int dot = group.indexOf('.');
        return dot < 0 ? group : group.substring(0, dot);
    }

    private static Decoded unrecognized(String error, RequestBody body, GroupVersionKind expected) {
        return badRequest("the object provided is unrecognized (must be of type " + expected.kind() + "): " + error
                + " (" + summary(body) + ")");
    }

    private static String text(RequestBody body) {
        return body instanceof RequestBody.Text t
                ? t.text()
                : ((RequestBody.Value) body).node().toString();
    }

    /** The first bytes of a body, as text when it looks like JSON, else in hex. */
    private static String summary(RequestBody body) {
        String text = text(body);
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return "<empty>";
        }
        int shown = Math.min(bytes.length, 30);
        String dots = bytes.length > 30 ? " ..." : "";
        if (bytes[0] == '{') {
            return new String(bytes, 0, shown, java.nio.charset.StandardCharsets.UTF_8) + dots;
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < shown; i++) {
            hex.append(String.format(Locale.ROOT, "%02x", bytes[i]));
        }
        return hex + dots;
    }

    private static Decoded badRequest(String message) {
        return new Decoded.Refused(new Status(400, "BadRequest", message, null), List.of());
    }
}
