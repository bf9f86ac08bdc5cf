package dev.drydock.helm.manifest;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.Release;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoTree;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The post renderer that helm-controller always adds, with the strategy {@code combined}: all documents become one stream,
 * kustomize reads them, adds two labels and writes them anew, and Helm deals them out to their files again (Helm's
 * annotateAndMerge and splitAndDeannotate, helm-controller's internal/postrender).
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OriginLabels {

    private static final String GROUP = "helm.toolkit.fluxcd.io";
    private static final String FILE = "postrenderer.helm.sh/postrender-filename";
    private static final String REPEATED = "yaml: unmarshal errors:";
    private static final String LOCAL_CONFIG = "config.kubernetes.io/local-config";

    private final Release release;
    private final List<MapNode> stream = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private OriginLabels(Release release) {
        this.release = release;
    }

    /**
     * The files as they come back.
     *
     * @throws HelmException with Helm's words
     */
    public static Map<String, String> render(Map<String, String> files, Release release) {
        OriginLabels labels = new OriginLabels(release);
        Map<String, String> ordered = new TreeMap<>(dev.drydock.helm.value.GoString.ORDER);
        ordered.putAll(files);
        ordered.forEach((file, text) -> {
            if (!Manifests.isPartial(file) && !Split.isBlank(text)) {
                Split.documents(text).forEach(document -> labels.merge(file, document));
            }
        });
        return labels.deal();
    }

    private void merge(String file, String document) {
        List<Node> nodes;
        try {
            nodes = YamlReader.readAll(document, file, YamlMode.KUSTOMIZE);
        } catch (YamlException e) {
            if (e.upstream().startsWith(REPEATED)) {
                throw failed("map[string]interface {}(nil): " + RepeatedKeys.moved(e.upstream(), document));
            }
            throw merging(file, "MalformedYAMLError: " + e.upstream());
        }
        for (Node node : nodes) {
            if (node instanceof MapNode map) {
                stream.add(annotated(map, file));
            } else {
                String kind = node instanceof ListNode ? "SequenceNode" : "ScalarNode";
                throw merging(
                        file,
                        "wrong node kind: expected MappingNode but got " + kind + ": node contents:\n"
                                + document.stripTrailing() + "\n");
            }
        }
    }

    private static HelmException merging(String file, String problem) {
        return new HelmException("error merging manifests: parsing " + file + ": " + problem);
    }

    private static MapNode annotated(MapNode map, String file) {
        MapNode metadata = map.findMap("metadata");
        return map.with(
                "metadata",
                metadata.with("annotations", metadata.findMap("annotations").with(FILE, file)));
    }

    private Map<String, String> deal() {
        Map<String, StringBuilder> files = new TreeMap<>();
        int count = 0;
        for (MapNode object : resources()) {
            MapNode labelled = object.with("metadata", labelled(object.findMap("metadata")));
            refuseControls(object);
            String file = object.findText("metadata", "annotations", FILE);
            String name = file.isEmpty() ? "generated-by-postrender-" + count + ".yaml" : file;
            StringBuilder text = files.computeIfAbsent(name, k -> new StringBuilder());
            text.append(text.length() == 0 ? "" : "---\n").append(YamlWriter.writeUnfolded(labelled));
            count++;
        }
        Map<String, String> texts = new TreeMap<>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    /** What JSON writes as it is and YAML does not read stops kustomize, which goes from one to the other. */
    private void refuseControls(MapNode object) {
        if (holdsControl(object)) {
            MapNode labels = labels(object.findMap("metadata"));
            MapNode shown = object.with("metadata", object.findMap("metadata").with("labels", labels));
            String syntax = GoFormat.sprintf("%#v", Collections.singletonList(GoTree.decodeExact(shown)));
            throw failed(syntax + ": yaml: control characters are not allowed");
        }
    }

    private static boolean holdsControl(Node node) {
        if (node instanceof MapNode map) {
            return map.keys().stream().anyMatch(OriginLabels::holdsControl)
                    || map.values().stream().anyMatch(OriginLabels::holdsControl);
        }
        if (node instanceof ListNode list) {
            return list.stream().anyMatch(OriginLabels::holdsControl);
        }
        return node instanceof ScalarNode scalar && scalar.isString() && holdsControl(scalar.stringValue());
    }

    private static boolean holdsControl(String text) {
        return text.chars().anyMatch(c -> (c >= 0x7f && c <= 0x9f && c != 0x85) || c == 0xfffe || c == 0xffff);
    }

    private MapNode labels(MapNode metadata) {
        return metadata.findMap("labels")
                .with(GROUP + "/name", release.name())
                .with(GROUP + "/namespace", release.namespace());
    }

    private MapNode labelled(MapNode metadata) {
        MapNode labels = labels(metadata);
        MapNode annotations = metadata.findMap("annotations").without(FILE);
        MapNode changed = metadata.with("labels", labels);
        return annotations.isEmpty() ? changed.without("annotations") : changed.with("annotations", annotations);
    }

    /** What kustomize's resource factory takes in: lists are taken apart, every object needs a kind and a name. */
    private List<MapNode> resources() {
        List<MapNode> resources = new ArrayList<>();
        for (MapNode object : stream) {
            add(object, resources, 0);
        }
        for (MapNode object : resources) {
            String id = object.findText("apiVersion") + "|" + object.findText("kind") + "|"
                    + object.findText("metadata", "namespace") + "|" + object.findText("metadata", "name");
            if (!ids.add(id)) {
                throw failed("may not add resource with an already registered id: " + resourceId(object));
            }
        }
        return resources;
    }

    private static String resourceId(MapNode object) {
        String version = object.findText("apiVersion");
        int slash = version.indexOf('/');
        String group = slash < 0 ? "[noGrp]" : version.substring(0, slash);
        String plain = version.substring(slash + 1);
        String namespace = object.findText("metadata", "namespace");
        return object.findText("kind") + "." + (plain.isEmpty() ? "[noVer]" : plain) + "." + group + "/"
                + object.findText("metadata", "name") + "." + (namespace.isEmpty() ? "[noNs]" : namespace);
    }

    private static void add(MapNode object, List<MapNode> into, int depth) {
        if (depth > 10) {
            throw failed("lists nest too deep");
        }
        String kind = object.findText("kind");
        if (kind.endsWith("List") && object.get("items") instanceof ListNode items) {
            for (Node item : items) {
                if (item instanceof MapNode map) {
                    add(map, into, depth + 1);
                }
            }
            return;
        }
        if (kind.isEmpty()) {
            throw failed("missing kind in object " + shown(object));
        }
        if (object.findText("metadata", "name").isEmpty() && !kind.endsWith("List")) {
            throw failed("missing metadata.name in object " + shown(object));
        }
        if (!object.findText("metadata", "annotations", LOCAL_CONFIG).isEmpty()) {
            return;
        }
        into.add(object);
    }

    private static HelmException failed(String problem) {
        return new HelmException("error while running post render on files: " + problem);
    }

    /** The metadata as Go prints the struct. */
    private static String shown(MapNode object) {
        MapNode metadata = object.findMap("metadata");
        return "{{" + object.findText("apiVersion") + " " + object.findText("kind") + "} {{"
                + metadata.findText("name") + " " + metadata.findText("namespace") + "} "
                + shownMap(metadata.findMap("labels")) + " " + shownMap(metadata.findMap("annotations")) + "}}";
    }

    private static String shownMap(MapNode map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach(
                (key, value) -> sorted.put(key, value instanceof ScalarNode scalar ? scalar.text() : value.toString()));
        StringBuilder out = new StringBuilder("map[");
        sorted.forEach((key, value) ->
                out.append(out.length() > 4 ? " " : "").append(key).append(':').append(value));
        return out.append(']').toString();
    }
}
