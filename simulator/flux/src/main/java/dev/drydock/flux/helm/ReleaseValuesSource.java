package dev.drydock.flux.helm;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.helm.ReleaseValues;
import dev.drydock.helm.ValuesException;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values of a HelmRelease, read as the controller.
 *
 * @param client the controller's own
 */
record ReleaseValuesSource(Client client) {

    /** What reading an object failed with. */
    private static final class ReadFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReadFailure(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Composes the values.
     *
     * @throws HelmFailure in the controller's words
     */
    MapNode compose(MapNode object) {
        MapNode inline = object.findMap("spec", "values");
        if (object.findList("spec", "valuesFrom").isEmpty()) {
            return inline;
        }
        List<ReleaseValues.Source> sources = new ArrayList<>();
        for (Node reference : object.findList("spec", "valuesFrom")) {
            String key = reference.findText("valuesKey");
            sources.add(new ReleaseValues.Source(
                    reference.findText("kind"),
                    reference.findText("name"),
                    key.isEmpty() ? "values.yaml" : key,
                    reference.findText("targetPath"),
                    reference.isTrue("literal"),
                    reference.isTrue("optional")));
        }
        String namespace = ObjectFields.namespace(object);
        try {
            Node values = ReleaseValues.compose(namespace, inline, sources, (kind, name) -> data(namespace, kind, name))
                    .toNode();
            return values instanceof MapNode map ? map : MapNode.EMPTY;
        } catch (ValuesException | ReadFailure e) {
            throw new HelmFailure(String.valueOf(e.getMessage()));
        } catch (dev.drydock.helm.NotModelledException e) {
            throw new NotModelledException(e.feature());
        }
    }

    private Optional<Map<String, String>> data(String namespace, String kind, String name) {
        ApiResponse response = client.get(new GroupVersionKind("", "v1", kind), new NamespacedName(namespace, name));
        if (response.code() == 404) {
            return Optional.empty();
        }
        if (!response.isSuccess()) {
            throw new ReadFailure(response.message());
        }
        Map<String, String> data = new TreeMap<>();
        response.object()
                .findMap("data")
                .strings()
                .forEach((key, value) -> data.put(
                        key,
                        kind.equals("Secret")
                                ? new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)
                                : value));
        return Optional.of(data);
    }
}
