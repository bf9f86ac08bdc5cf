package dev.drydock.helm.chart;

import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.yaml.JsonKind;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code Chart.yaml} and {@code requirements.yaml} into metadata. */
final class MetadataReader {

    private MetadataReader() {}

    /** Reads the fields that the text has over those that the metadata has. */
    static void read(String text, ChartMetadata into) {
        Node node = GoYaml.unmarshal(text, null);
        if (node.isNull()) {
            return;
        }
        if (!(node instanceof MapNode map)) {
            throw new GoException("error unmarshaling JSON: while decoding JSON: json: cannot unmarshal "
                    + JsonKind.of(node) + " into Go value of type v2.Metadata");
        }
        StructReader reader = new StructReader(map, "Metadata", "");
        for (String key : sortedFields()) {
            if (reader.node(key) != null) {
                read(key, reader, into);
            }
        }
        into.document = map;
    }

    private static List<String> sortedFields() {
        return List.of(
                "annotations",
                "apiVersion",
                "appVersion",
                "condition",
                "dependencies",
                "deprecated",
                "description",
                "home",
                "icon",
                "keywords",
                "kubeVersion",
                "maintainers",
                "name",
                "sources",
                "tags",
                "type",
                "version");
    }

    private static void read(String key, StructReader reader, ChartMetadata into) {
        switch (key) {
            case "annotations" -> into.annotations = reader.textMap(key);
            case "apiVersion" -> into.apiVersion = reader.text(key);
            case "appVersion" -> into.appVersion = reader.text(key);
            case "condition" -> into.condition = reader.text(key);
            case "dependencies" -> {
                into.dependencies = dependencies(reader);
                into.declaresDependencies = true;
            }
            case "deprecated" -> into.deprecated = reader.flag(key);
            case "description" -> into.description = reader.text(key);
            case "home" -> into.home = reader.text(key);
            case "icon" -> into.icon = reader.text(key);
            case "keywords" -> into.keywords = reader.texts(key);
            case "kubeVersion" -> into.kubeVersion = reader.text(key);
            case "maintainers" -> into.maintainers = maintainers(reader);
            case "name" -> into.name = reader.text(key);
            case "sources" -> into.sources = reader.texts(key);
            case "tags" -> into.tags = reader.text(key);
            case "type" -> into.type = reader.text(key);
            default -> into.version = reader.text(key);
        }
    }

    private static List<ChartMetadata.Maintainer> maintainers(StructReader reader) {
        List<ChartMetadata.Maintainer> all = new ArrayList<>();
        for (Node node : reader.list("maintainers", "[]*v2.Maintainer")) {
            if (node.isNull()) {
                all.add(NO_MAINTAINER);
                continue;
            }
            if (!(node instanceof MapNode map)) {
                throw reader.mismatch(node, "maintainers", "v2.Maintainer");
            }
            StructReader fields = new StructReader(map, "Maintainer", "maintainers.");
            all.add(new ChartMetadata.Maintainer(fields.text("name"), fields.text("email"), fields.text("url")));
        }
        return all;
    }

    /** Stands for an empty item, which validation refuses. */
    static final ChartMetadata.Maintainer NO_MAINTAINER = new ChartMetadata.Maintainer("", "", "\u0000");

    /** Stands for an empty item, which validation refuses. */
    static final Dependency NO_DEPENDENCY = new Dependency("", "", "", "", List.of(), List.of(), "", false);

    private static List<Dependency> dependencies(StructReader reader) {
        List<Dependency> all = new ArrayList<>();
        for (Node node : reader.list("dependencies", "[]*v2.Dependency")) {
            if (node.isNull()) {
                all.add(NO_DEPENDENCY);
                continue;
            }
            if (!(node instanceof MapNode map)) {
                throw reader.mismatch(node, "dependencies", "v2.Dependency");
            }
            StructReader fields = new StructReader(map, "Dependency", "dependencies.");
            all.add(new Dependency(
                    fields.text("name"),
                    fields.text("version"),
                    fields.text("repository"),
                    fields.text("condition"),
                    fields.texts("tags"),
                    fields.list("import-values", "[]interface {}"),
                    fields.text("alias"),
                    fields.flag("enabled")));
        }
        return all;
    }
}
