package dev.drydock.helm.chart;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Makes charts of files (Helm's chart/v2/loader). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartLoader {

    private static final int DEEPEST = 20;

    private ChartLoader() {}

    /**
     * The chart of a folder, without what {@code .helmignore} names.
     *
     * @throws HelmException with Helm's words
     */
    public static LoadedChart loadFolder(Map<String, byte[]> files) {
        byte[] rules = files.get(".helmignore");
        HelmIgnore ignore = HelmIgnore.parse(rules == null ? "" : GoString.of(rules));
        Map<String, byte[]> kept = new TreeMap<>();
        files.forEach((name, data) -> {
            if (!ignore.isIgnored(name)) {
                kept.put(name, data);
            }
        });
        return load(kept);
    }

    /**
     * The chart of the files of a package.
     *
     * @throws HelmException with Helm's words
     */
    public static LoadedChart load(Map<String, byte[]> files) {
        return load(new TreeMap<>(files), 0);
    }

    private static LoadedChart load(Map<String, byte[]> files, int depth) {
        if (depth > DEEPEST) {
            throw new HelmException("charts nest more than " + DEEPEST + " levels deep");
        }
        Map<String, byte[]> plain = new LinkedHashMap<>();
        files.forEach((name, data) -> plain.put(name, withoutMark(data)));
        ChartMetadata metadata = metadata(plain);
        List<ChartFile> templates = new ArrayList<>();
        List<ChartFile> others = new ArrayList<>();
        Map<String, Map<String, byte[]>> children = new TreeMap<>();
        byte[] schema = null;
        GoMap values = null;
        for (Map.Entry<String, byte[]> entry : plain.entrySet()) {
            String name = entry.getKey();
            ChartFile file = new ChartFile(name, entry.getValue());
            if (name.equals("Chart.yaml") || name.equals("Chart.lock")) {
                continue;
            }
            if (name.equals("values.yaml")) {
                values = values(file.text());
            } else if (name.equals("values.schema.json")) {
                schema = entry.getValue();
            } else if (name.equals("requirements.yaml") || name.equals("requirements.lock")) {
                metadata = requirements(metadata, file, others);
            } else if (name.startsWith("templates/")) {
                templates.add(file);
            } else if (name.startsWith("charts/") && !name.endsWith(".prov")) {
                String rest = name.substring("charts/".length());
                children.computeIfAbsent(rest.split("/", 2)[0], k -> new TreeMap<>())
                        .put(rest, entry.getValue());
            } else {
                others.add(file);
            }
        }
        if (metadata == null) {
            throw new HelmException("Chart.yaml file is missing");
        }
        MetadataRules.check(metadata);
        LoadedChart chart = new LoadedChart(metadata, templates, others, schema, values);
        children.forEach((name, below) -> {
            LoadedChart child = child(chart, name, below, depth);
            if (child != null) {
                chart.add(child);
            }
        });
        return chart;
    }

    private static byte[] withoutMark(byte[] data) {
        boolean marked = data.length >= 3 && data[0] == (byte) 0xef && data[1] == (byte) 0xbb && data[2] == (byte) 0xbf;
        return marked ? java.util.Arrays.copyOfRange(data, 3, data.length) : data;
    }

    private static @Nullable ChartMetadata metadata(Map<String, byte[]> files) {
        byte[] text = files.get("Chart.yaml");
        if (text == null) {
            return null;
        }
        ChartMetadata metadata = new ChartMetadata();
        try {
            MetadataReader.read(GoString.of(text), metadata);
        } catch (GoException e) {
            throw new HelmException("cannot load Chart.yaml: " + e.getMessage());
        }
        if (metadata.apiVersion.isEmpty()) {
            metadata.apiVersion = "v1";
        }
        return metadata;
    }

    private static ChartMetadata requirements(@Nullable ChartMetadata known, ChartFile file, List<ChartFile> others) {
        ChartMetadata metadata = known == null ? new ChartMetadata() : known;
        if (file.name().equals("requirements.yaml")) {
            dev.drydock.yaml.MapNode document = metadata.document;
            try {
                MetadataReader.read(file.text(), metadata);
            } catch (GoException e) {
                throw new HelmException("cannot load requirements.yaml: " + e.getMessage());
            }
            metadata.document = document;
        }
        if (metadata.apiVersion.equals("v1")) {
            others.add(file);
        }
        return metadata;
    }

    private static @Nullable LoadedChart child(LoadedChart parent, String name, Map<String, byte[]> files, int depth) {
        if (name.startsWith("_") || name.startsWith(".")) {
            return null;
        }
        try {
            if (name.endsWith(".tgz")) {
                String first = files.keySet().iterator().next();
                if (!first.equals(name)) {
                    throw new HelmException("error unpacking subchart tar in " + parent.name() + ": expected " + name
                            + ", got " + first);
                }
                return load(ChartArchive.unpack(java.util.Objects.requireNonNull(files.get(name))), depth + 1);
            }
            Map<String, byte[]> below = new TreeMap<>();
            files.forEach((path, data) -> {
                int slash = path.indexOf('/');
                if (slash >= 0) {
                    below.put(path.substring(slash + 1), data);
                }
            });
            return load(below, depth + 1);
        } catch (HelmException e) {
            throw new HelmException(
                    "error unpacking subchart " + name + " in " + parent.name() + ": " + e.getMessage());
        }
    }

    private static GoMap values(String text) {
        try {
            return readValues(text);
        } catch (GoException e) {
            throw new HelmException("cannot load values.yaml: " + e.getMessage());
        }
    }

    /**
     * The values of a {@code values.yaml}; several documents are merged.
     *
     * @throws GoException with Helm's words
     */
    public static GoMap readValues(String text) {
        GoMap all = GoMap.create();
        for (String document : documents(text)) {
            try {
                Object value = GoTree.decode(GoYaml.unmarshal(document, GoMap.ANY));
                all = merge(all, value instanceof GoMap map ? map : GoMap.create());
            } catch (GoException e) {
                throw new GoException("cannot unmarshal yaml document: " + e.getMessage());
            }
        }
        return all;
    }

    /** Lines that begin with three dashes separate documents (apimachinery's YAMLReader). */
    private static List<String> documents(String text) {
        List<String> documents = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        for (String line : text.replace("\r\n", "\n").split("(?<=\n)", -1)) {
            if (!line.startsWith("---")) {
                current.append(line);
                continue;
            }
            String rest = line.substring(3).strip();
            if (!rest.isEmpty() && !rest.startsWith("#")) {
                throw new GoException("error reading yaml document: invalid Yaml document separator: " + rest);
            }
            documents.add(current.toString());
            current.setLength(0);
        }
        documents.add(current.toString());
        documents.removeIf(String::isEmpty);
        return documents;
    }

    /** The second map over the first, maps in maps too. */
    public static GoMap merge(GoMap under, GoMap over) {
        GoMap out = under.copy();
        over.entries().forEach((key, value) -> {
            if (value instanceof GoMap map && out.get(key) instanceof GoMap old) {
                out.put(key, merge(old, map));
            } else {
                out.put(key, value);
            }
        });
        return out;
    }
}
