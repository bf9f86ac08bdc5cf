package dev.drydock.flux.helm;

import dev.drydock.flux.repository.Content;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;

/** Charts whose templates know nothing but {@code $(name)}, the value of that name. */
final class PlainEngine implements ChartEngine {

    @Override
    public LoadedChart load(Content files) {
        MapNode metadata = (MapNode) YamlReader.read(text(files, "Chart.yaml"), "Chart.yaml", YamlMode.KUBERNETES);
        return new PlainChart(files, metadata);
    }

    private static String text(Content files, String path) {
        return files.files().get(path) instanceof Content.File file ? file.text() : "";
    }

    private record PlainChart(Content files, MapNode metadata) implements LoadedChart {

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
            return new PlainChart(files, metadata.with("version", version));
        }

        @Override
        public Rendering render(Request request) {
            List<Hook> hooks = new ArrayList<>();
            StringBuilder manifest = new StringBuilder();
            files.files().keySet().stream()
                    .filter(path -> path.startsWith("templates/"))
                    .forEach(path -> render(path, request, hooks, manifest));
            return new Rendering(manifest.toString(), hooks, "");
        }

        private void render(String path, Request request, List<Hook> hooks, StringBuilder manifest) {
            String text = text(files, path);
            for (String key : request.values().keys()) {
                text = text.replace("$(" + key + ")", request.values().findText(key));
            }
            if (text.contains("$(")) {
                throw new HelmFailure("template: " + path + ": no such value");
            }
            for (Node object : YamlReader.readAll(text, path, YamlMode.KUBERNETES)) {
                String event = object.findText("metadata", "annotations", "helm.sh/hook");
                if (event.isEmpty()) {
                    manifest.append("---\n").append(YamlWriter.write(object));
                } else {
                    String policy = object.findText("metadata", "annotations", "helm.sh/hook-delete-policy");
                    hooks.add(Hook.of(new dev.drydock.helm.Hook(
                            object.findText("metadata", "name"),
                            object.findText("kind"),
                            path,
                            YamlWriter.write(object),
                            List.of(event),
                            0,
                            policy.isEmpty() ? List.of() : List.of(policy),
                            List.of())));
                }
            }
        }
    }
}
