package dev.drydock.flux.ssa;

import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a build as objects (ssa/utils/object.go over apimachinery's YAMLOrJSONDecoder): lists are expanded,
 * documents that are no objects are dropped, and the first error ends the reading.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ObjectReader {

    private static final String DECODING = "error unmarshaling JSON: while decoding JSON: ";

    private final String text;
    private final List<MapNode> objects = new ArrayList<>();
    private int position;
    private int count;
    private @Nullable DocumentLines yaml;

    /**
     * What was read.
     *
     * @param objects the objects before the error, or all
     * @param error the error in Flux' words, or null
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Result(List<MapNode> objects, @Nullable String error) {

        /** A result with these objects. */
        public Result {
            objects = List.copyOf(objects);
        }
    }

    /** A document that cannot be decoded; the message is Go's. */
    private static final class DecodeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        DecodeException(String message) {
            super(message, null, false, false);
        }
    }

    private ObjectReader(String text) {
        this.text = text;
        if (!startsWithBrace(text)) {
            yaml = new DocumentLines(text);
        }
    }

    /** Reads all objects of a text. */
    public static Result read(String text) {
        ObjectReader reader = new ObjectReader(text);
        try {
            while (reader.readNext()) {
                reader.count++;
            }
            return new Result(reader.objects, null);
        } catch (DecodeException e) {
            return new Result(reader.objects, e.getMessage());
        }
    }

    private boolean readNext() {
        if (yaml != null) {
            return readYaml(yaml);
        }
        position = skipSpace(position);
        if (position >= text.length()) {
            return false;
        }
        try {
            readJson();
            return true;
        } catch (DecodeException e) {
            if (count > 1) {
                throw e;
            }
            yaml = new DocumentLines(text.substring(position));
            try {
                return readYaml(yaml);
            } catch (DecodeException second) {
                throw e;
            }
        }
    }

    private void readJson() {
        int end = JsonExtent.end(text, position);
        if (end < 0) {
            throw new DecodeException("unexpected EOF");
        }
        String value = text.substring(position, end);
        Node node;
        try {
            node = JsonReader.read(value, "");
        } catch (YamlException e) {
            Location place = e.diagnostics().get(0).location();
            throw new DecodeException(
                    "json: offset " + (position + JsonExtent.offset(value, place)) + ": " + e.upstream());
        }
        add(node, value, "");
        position = end;
    }

    private boolean readYaml(DocumentLines lines) {
        String document;
        try {
            document = lines.next();
        } catch (DocumentLines.SeparatorException e) {
            throw new DecodeException(String.valueOf(e.getMessage()));
        }
        if (document == null) {
            return false;
        }
        List<Node> documents;
        try {
            documents = YamlReader.readAll(document, "", YamlMode.KUBERNETES);
        } catch (YamlException e) {
            throw new DecodeException("error converting YAML to JSON: " + e.upstream());
        }
        if (!documents.isEmpty() && !documents.get(0).isNull()) {
            add(documents.get(0), null, DECODING);
        }
        return true;
    }

    private void add(Node node, @Nullable String json, String prefix) {
        if (!(node instanceof MapNode object)) {
            throw new DecodeException(prefix + "json: cannot unmarshal " + JsonKind.of(node)
                    + " into Go value of type map[string]interface {}");
        }
        if (ObjectFields.type(object).kind().isEmpty()) {
            throw new DecodeException(
                    prefix + "Object 'Kind' is missing in '" + (json == null ? JsonWriter.go(object) : json) + "'");
        }
        if (object.get("items") instanceof ListNode items) {
            for (Node item : items) {
                if (!(item instanceof MapNode member)) {
                    throw new DecodeException("items member is not an object: map[string]interface {}");
                }
                objects.add(member);
            }
        } else if (isObject(object) && !isKustomizationFile(object)) {
            objects.add(object);
        }
    }

    private static boolean isObject(MapNode object) {
        return !ObjectFields.name(object).isEmpty()
                && !ObjectFields.kind(object).isEmpty()
                && !ObjectFields.apiVersion(object).isEmpty();
    }

    private static boolean isKustomizationFile(MapNode object) {
        return ObjectFields.kind(object).toLowerCase(Locale.ROOT).equals("kustomization")
                && ObjectFields.apiVersion(object).startsWith("kustomize.config.k8s.io/");
    }

    private static boolean startsWithBrace(String text) {
        String start = text.substring(0, Math.min(text.length(), 2048)).stripLeading();
        return start.startsWith("{");
    }

    private int skipSpace(int from) {
        int i = from;
        while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
