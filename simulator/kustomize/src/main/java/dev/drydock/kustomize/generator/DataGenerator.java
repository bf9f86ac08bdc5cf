package dev.drydock.kustomize.generator;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.loader.Loader;
import dev.drydock.kustomize.resource.Metadata;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.kustomize.resource.Utf8Text;
import dev.drydock.yaml.MapNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a ConfigMap or a Secret from files, env files and literals; follows api/internal/generators. */
public final class DataGenerator implements Generator {

    private static final int LINE = 70;

    private final boolean secret;
    private final MapNode args;
    private final Loader loader;
    private final ResourceReader reader;

    /**
     * A generator for one object.
     *
     * @param args the decoded arguments
     */
    public DataGenerator(boolean secret, MapNode args, Loader loader, ResourceReader reader) {
        this.secret = secret;
        this.args = args;
        this.loader = loader;
        this.reader = reader;
    }

    @Override
    public List<Resource> generate() {
        MapNode object = MapNode.builder()
                .put("apiVersion", "v1")
                .put("kind", secret ? "Secret" : "ConfigMap")
                .build();
        String name = text("name");
        if (name.isEmpty()) {
            throw new KustomizeException("a configmap must have a name", args.location());
        }
        object = object.with(List.of("metadata", "name"), name);
        if (!text("namespace").isEmpty()) {
            object = object.with(List.of("metadata", "namespace"), text("namespace"));
        }
        if (secret) {
            object = object.with("type", text("type").isEmpty() ? "Opaque" : text("type"));
        }
        object = withData(object, pairs(name));
        MapNode options = args.findMap("options");
        object = Metadata.with(object, "labels", options.findMap("labels").strings());
        object = Metadata.with(
                object, "annotations", options.findMap("annotations").strings());
        if (options.isTrue("immutable")) {
            object = object.with("immutable", true);
        }
        Resource resource = reader.resource(object);
        resource.setGenerated(text("behavior"), !options.isTrue("disableNameSuffixHash"));
        return List.of(resource);
    }

    private String text(String field) {
        return args.findText(field);
    }

    private Map<String, byte[]> pairs(String name) {
        Map<String, byte[]> pairs = new TreeMap<>();
        for (KeyValueSources.Pair pair : new KeyValueSources(loader).read(args)) {
            if (pairs.putIfAbsent(pair.key(), pair.value()) != null) {
                throw new KustomizeException(
                        "configmap " + name + " illegally repeats the key `" + pair.key() + "`", args.location());
            }
        }
        return pairs;
    }

    private MapNode withData(MapNode object, Map<String, byte[]> pairs) {
        MapNode.Builder data = MapNode.builder();
        MapNode.Builder binary = MapNode.builder();
        pairs.forEach((key, bytes) -> {
            @Nullable String text = secret ? null : Utf8Text.decode(bytes);
            if (text != null) {
                data.put(key, Scalars.string(text));
            } else {
                (secret ? data : binary).put(key, Scalars.string(base64(bytes)));
            }
        });
        MapNode texts = data.build();
        MapNode bytes = binary.build();
        MapNode filled = texts.isEmpty() && !secret ? object : object.with("data", texts);
        return bytes.isEmpty() ? filled : filled.with("binaryData", bytes);
    }

    /** Base64 in lines of seventy, each with a line end, once one line is full; kyaml/yaml/datamap.go. */
    private static String base64(byte[] bytes) {
        String text = new String(Base64.getEncoder().encode(bytes), StandardCharsets.US_ASCII);
        if (text.length() < LINE) {
            return text;
        }
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < text.length(); i += LINE) {
            lines.append(text, i, Math.min(i + LINE, text.length())).append('\n');
        }
        return lines.toString();
    }
}
