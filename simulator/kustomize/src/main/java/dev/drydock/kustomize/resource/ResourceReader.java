package dev.drydock.kustomize.resource;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.text.GoText;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.Location;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Reads objects from YAML texts; follows api/resource/factory.go and kyaml/kio/byteio_reader.go. */
public final class ResourceReader {

    private final IdentityClock clock;

    /** A reader for one build. */
    public ResourceReader(IdentityClock clock) {
        this.clock = clock;
    }

    /** An object that was computed. */
    public Resource resource(MapNode node) {
        return new Resource(clock, node, History.NONE);
    }

    /** The clock of the build. */
    public IdentityClock clock() {
        return clock;
    }

    /**
     * The objects of a text in order; lists are replaced by their items.
     *
     * @param file name for positions
     * @throws KustomizeException when the text is no YAML, or something in it is no object
     */
    public List<Resource> read(byte[] text, String file) {
        String decoded = Utf8Text.decode(text);
        if (decoded == null) {
            throw new KustomizeException("MalformedYAMLError: yaml: invalid leading UTF-8 octet");
        }
        return read(decoded, file);
    }

    /** The objects of a text that stands in a kustomization file. */
    public List<Resource> read(String text, String file) {
        List<Node> documents;
        IdentityHashMap<Node, String> unprintable = new IdentityHashMap<>();
        try {
            documents = YamlReader.readAll(text, file, YamlMode.KUSTOMIZE);
        } catch (YamlException e) {
            LenientReader.Documents lenient = LenientReader.read(text, file, e);
            if (lenient == null) {
                throw malformed(e);
            }
            documents = lenient.nodes();
            for (int i = 0; i < documents.size(); i++) {
                String problem = lenient.unprintable().get(i);
                if (problem != null) {
                    unprintable.put(documents.get(i), problem);
                }
            }
        }
        List<Resource> resources = new ArrayList<>();
        for (MapNode object : expand(good(unwrap(documents)))) {
            Resource resource = new Resource(clock, object, Imported.history(object));
            resource.setUnprintable(unprintable.get(object));
            resources.add(resource);
        }
        return resources;
    }

    private static KustomizeException malformed(YamlException e) {
        String message = e.upstream();
        Location place = e.diagnostics().isEmpty()
                ? Location.NONE
                : e.diagnostics().get(0).location();
        if (message.startsWith("json: ") || !message.startsWith("yaml: ")) {
            return new KustomizeException(message, place);
        }
        return new KustomizeException("MalformedYAMLError: " + message, place);
    }

    /** The only document of a text may be a List, whose items are taken as they are. */
    private static List<Node> unwrap(List<Node> documents) {
        if (documents.size() == 1 && documents.get(0) instanceof MapNode map) {
            String kind = Scalars.value(map.get("kind"));
            if ((kind.equals("List") || kind.equals("ResourceList")) && map.has("items")) {
                return map.get("items") instanceof ListNode items ? items.items() : List.of();
            }
        }
        return documents;
    }

    private static List<MapNode> good(List<Node> nodes) {
        List<MapNode> good = new ArrayList<>();
        for (Node node : nodes) {
            if (!Scalars.isNilOrEmpty(node)) {
                check(node);
                good.add((MapNode) node);
            }
        }
        return good;
    }

    /**
     * Checks that a node is an object: it has metadata, a kind, and a name unless it is a list.
     *
     * @throws KustomizeException naming what is missing
     */
    public static void check(Node node) {
        MapNode object = node instanceof MapNode map ? map : MapNode.EMPTY;
        Node kindNode = object.get("kind");
        String kind = Scalars.isNilOrEmpty(kindNode) ? "" : Scalars.text(kindNode);
        boolean noType = kind.isEmpty() && Scalars.isNilOrEmpty(object.get("apiVersion"));
        if (noType && !hasMetadata(object)) {
            throw new KustomizeException("missing Resource metadata", node.location());
        }
        if (kind.isEmpty()) {
            throw new KustomizeException("missing kind in object " + meta(object), node.location());
        }
        if (!kind.endsWith("List") && metaText(object, "name").isEmpty()) {
            throw new KustomizeException("missing metadata.name in object " + meta(object), node.location());
        }
    }

    private static boolean hasMetadata(MapNode object) {
        MapNode meta = object.findMap("metadata");
        return List.of("name", "namespace", "labels", "annotations").stream()
                .anyMatch(field -> !Scalars.isNilOrEmpty(meta.get(field)));
    }

    private static String metaText(MapNode object, String field) {
        Node value = object.find("metadata", field);
        return Scalars.isNilOrEmpty(value) ? "" : Scalars.text(value);
    }

    /** The metadata of an object as Go prints its struct. */
    private static String meta(MapNode object) {
        return "{{" + Scalars.value(object.get("apiVersion")) + " " + Scalars.value(object.get("kind")) + "} {{"
                + metaText(object, "name") + " " + metaText(object, "namespace") + "} "
                + map(object, "labels") + " " + map(object, "annotations") + "}}";
    }

    private static String map(MapNode object, String field) {
        Map<String, String> texts = new java.util.TreeMap<>();
        object.findMap("metadata", field).forEach((key, value) -> texts.put(key, Scalars.value(value)));
        return GoText.map(texts);
    }

    /** Replaces lists by their items, which go to the end. */
    private static List<MapNode> expand(List<MapNode> objects) {
        List<MapNode> result = new ArrayList<>();
        Deque<MapNode> queue = new ArrayDeque<>(objects);
        while (!queue.isEmpty()) {
            MapNode object = queue.removeFirst();
            String kind = Scalars.text(object.get("kind"));
            if (!kind.endsWith("List") || !object.has("items")) {
                result.add(object);
                continue;
            }
            Node items = java.util.Objects.requireNonNull(object.get("items"));
            if (items instanceof ListNode list) {
                List<Node> inner =
                        list.items().stream().map(ResourceReader::throughJson).toList();
                queue.addAll(good(inner));
            } else if (!items.isNull()) {
                throw new KustomizeException(
                        "expected array in " + kind + "/items, but found " + goType(items), items.location());
            }
        }
        return result;
    }

    private static String goType(Node node) {
        if (node instanceof MapNode) {
            return "map[string]interface {}";
        }
        Object value = ((ScalarNode) node).value();
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "bool";
        }
        return value instanceof Double ? "float64" : "int";
    }

    /** Items of a list are read again from JSON: every string then stands in double quotes. */
    private static Node throughJson(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> throughJson(value));
        }
        if (node instanceof ListNode list) {
            return list.map(ResourceReader::throughJson);
        }
        ScalarNode scalar = (ScalarNode) node;
        if (scalar.value() instanceof String text) {
            return ScalarNode.read(text, text, ScalarNode.Style.DOUBLE_QUOTED, scalar.location());
        }
        return OutputTree.of(ScalarNode.of(scalar.value()).at(scalar.location()));
    }

    /** Memory of names that an object brings along in its annotations. */
    private static final class Imported {
        private Imported() {}

        static History history(MapNode object) {
            MapNode annotations = object.findMap("metadata", "annotations");
            if (!annotations.has(BuildAnnotations.PREVIOUS_NAMES)
                    && !annotations.has(BuildAnnotations.PREFIXES)
                    && !annotations.has(BuildAnnotations.SUFFIXES)) {
                return History.NONE;
            }
            List<String> names = csv(annotations, BuildAnnotations.PREVIOUS_NAMES);
            List<String> namespaces = csv(annotations, BuildAnnotations.PREVIOUS_NAMESPACES);
            List<String> kinds = csv(annotations, BuildAnnotations.PREVIOUS_KINDS);
            List<History.Name> previous = new ArrayList<>();
            if (names.size() == namespaces.size() && names.size() == kinds.size()) {
                for (int i = 0; i < names.size(); i++) {
                    previous.add(new History.Name(names.get(i), namespaces.get(i), kinds.get(i)));
                }
            }
            return new History(
                    previous, csv(annotations, BuildAnnotations.PREFIXES), csv(annotations, BuildAnnotations.SUFFIXES));
        }

        private static List<String> csv(MapNode annotations, String key) {
            Node value = annotations.get(key);
            return value == null ? List.of() : List.of(Scalars.text(value).split(",", -1));
        }
    }
}
