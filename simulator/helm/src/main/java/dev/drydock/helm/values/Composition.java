package dev.drydock.helm.values;

import dev.drydock.helm.ReleaseValues.Objects;
import dev.drydock.helm.ReleaseValues.Source;
import dev.drydock.helm.ValuesException;
import dev.drydock.helm.chart.ChartLoader;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoYaml;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The values of a HelmRelease: its sources in order, its inline values on top (fluxcd/pkg chartutil,
 * ChartValuesFromReferences). A targetPath is set over the inline values, and into them where they are shared.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Composition {

    private final String namespace;
    private final Objects objects;
    private final Map<String, Optional<Map<String, String>>> known = new HashMap<>();

    private Composition(String namespace, Objects objects) {
        this.namespace = namespace;
        this.objects = objects;
    }

    /**
     * The composed values.
     *
     * @throws ValuesException with Flux's words
     */
    public static GoMap compose(String namespace, GoMap inline, List<Source> sources, Objects objects) {
        Composition composition = new Composition(namespace, objects);
        GoMap result = GoMap.create();
        for (Source source : sources) {
            Optional<String> data = composition.data(source);
            if (data.isEmpty()) {
                continue;
            }
            try {
                if (source.targetPath().isEmpty()) {
                    Object read = GoTree.decode(GoYaml.unmarshal(data.get(), "common.Values"));
                    result = ChartLoader.merge(result, read instanceof GoMap map ? map : GoMap.create());
                } else {
                    result = ChartLoader.merge(result, inline);
                    set(source, data.get(), result);
                }
            } catch (GoException e) {
                throw composition.failed(source, e.getMessage());
            }
        }
        return ChartLoader.merge(result, inline);
    }

    private Optional<String> data(Source source) {
        String kind = source.kind();
        if (!kind.equals("ConfigMap") && !kind.equals("Secret")) {
            throw failed(source, "unsupported values reference kind");
        }
        String id = kind + "/" + source.name();
        boolean first = !known.containsKey(id);
        Optional<Map<String, String>> object =
                first ? objects.data(kind, source.name()) : known.getOrDefault(id, Optional.empty());
        known.put(id, object);
        if (object.isEmpty()) {
            if (source.optional()) {
                return Optional.empty();
            }
            String plural = kind.toLowerCase(Locale.ROOT) + "s";
            throw failed(source, first ? plural + " \"" + source.name() + "\" not found" : "resource not found");
        }
        Optional<String> data = Optional.ofNullable(object.get().get(source.valuesKey()));
        if (data.isEmpty() && !source.optional()) {
            throw failed(source, "key not found");
        }
        return data;
    }

    private ValuesException failed(Source source, String reason) {
        return new ValuesException(
                "could not resolve" + (source.optional() ? " optional" : "")
                        + (source.kind().isEmpty() ? "" : " " + source.kind())
                        + " chart values reference '" + namespace + "/" + source.name() + "' with key '"
                        + source.valuesKey() + "': " + reason,
                false);
    }

    private static void set(Source source, String data, GoMap values) {
        if (source.literal()) {
            String escaped = data.replace("\\", "\\\\")
                    .replace(",", "\\,")
                    .replace("[", "\\[")
                    .replace("]", "\\]")
                    .replace("{", "\\{")
                    .replace("}", "\\}");
            SetSyntax.apply(source.targetPath() + "=" + escaped, values, SetSyntax.Kind.STRING);
            return;
        }
        boolean quoted = (data.startsWith("'") && data.endsWith("'")) || (data.startsWith("\"") && data.endsWith("\""));
        String value = quoted ? trimQuotes(data) : data;
        SetSyntax.Kind kind = quoted ? SetSyntax.Kind.STRING : SetSyntax.Kind.TYPED;
        SetSyntax.apply(source.targetPath() + "=" + value, values, kind);
    }

    private static String trimQuotes(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "'\"".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
