package dev.drydock.flux.helm;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.helm.Capabilities;
import dev.drydock.helm.Chart;
import dev.drydock.helm.HelmException;
import dev.drydock.helm.HelmTemplate;
import dev.drydock.helm.Lookup;
import dev.drydock.helm.ReleaseValues;
import dev.drydock.helm.RenderOptions;
import dev.drydock.helm.Rendered;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.ApiResponse;
import dev.drydock.kubernetes.Client;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.kubernetes.NoMatchException;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The room helm as helm-controller calls it.
 *
 * @param kernel time
 */
record HelmRoom(Kernel kernel) implements ChartEngine {

    /** The server that is simulated. */
    private static final String KUBE_VERSION = "v1.36.3";

    @Override
    public LoadedChart load(Content files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file) {
                bytes.put(path, file.bytes());
            }
        });
        Chart chart = ask(() -> Chart.load(bytes));
        return new RoomChart(this, files, chart, chart.metadata());
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (HelmException e) {
            throw new HelmFailure(e.getMessage());
        } catch (dev.drydock.helm.NotModelledException e) {
            throw new NotModelledException(e.feature());
        }
    }

    /** A chart of the room; its version may be another one than that of its file. */
    private record RoomChart(HelmRoom room, Content files, Chart chart, MapNode metadata) implements LoadedChart {

        @Override
        public MapNode values() {
            return ChartFolder.values(files);
        }

        @Override
        public List<DefinitionFile> definitions() {
            return ChartFolder.definitions(files);
        }

        @Override
        public LoadedChart withVersion(String version) {
            Content changed = ChartFolder.withVersion(files, version);
            return room.load(changed);
        }

        @Override
        public Rendering render(Request request) {
            return room.render(chart, request);
        }
    }

    private Rendering render(Chart chart, Request request) {
        MapNode object = request.object();
        dev.drydock.helm.Release release = new dev.drydock.helm.Release(
                request.name(), request.namespace(), request.revision(), request.isUpgrade());
        PostRenderers renderers = new PostRenderers(object);
        String strategy = object.findText("spec", "postRenderStrategy");
        boolean plain = renderers.isPlain(request.name(), request.namespace());
        RenderOptions options = RenderOptions.controller(lookup(request.client()), kernel.now(), 0)
                .withSchemaValidation(!request.skipsSchema())
                .withOriginLabels(PostRendering.isCombined(strategy));
        Rendered rendered = ask(() -> HelmTemplate.render(
                chart, ReleaseValues.of(request.values()), release, capabilities(request.client()), options));
        List<Hook> hooks = rendered.hooks().stream().map(Hook::of).toList();
        Rendering rendering = new Rendering(rendered.manifest(), hooks, rendered.notes());
        return plain && PostRendering.isCombined(strategy)
                ? rendering
                : new PostRendering(renderers, strategy).of(rendering);
    }

    private static Capabilities capabilities(Client client) {
        TreeSet<String> versions = new TreeSet<>();
        for (GroupVersionKind kind : client.kinds()) {
            versions.add(kind.apiVersion());
            versions.add(kind.apiVersion() + "/" + kind.kind());
        }
        return new Capabilities(KUBE_VERSION, List.copyOf(versions));
    }

    /** The template function {@code lookup} asks as the account of the release. */
    private static Lookup lookup(Client client) {
        return (apiVersion, kind, namespace, name) -> {
            GroupVersionKind type = GroupVersionKind.of(apiVersion, kind);
            ApiResponse response;
            try {
                response = name.isEmpty()
                        ? client.list(type, client.isNamespaced(type) ? namespace : "", "")
                        : client.get(type, new NamespacedName(namespace, name));
            } catch (NoMatchException e) {
                String version = type.group().isEmpty() ? "/" + type.version() : apiVersion;
                throw new HelmException("unable to get apiresource from unstructured: " + version + ", Kind=" + kind
                        + ": the server could not find the requested resource");
            }
            if (response.code() == 404) {
                return MapNode.EMPTY;
            }
            if (!response.isSuccess()) {
                throw new HelmException(response.message());
            }
            return ObjectFields.kind(response.object()).isEmpty()
                    ? response.object().with("kind", kind).with("apiVersion", apiVersion)
                    : response.object();
        };
    }
}
