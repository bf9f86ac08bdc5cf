package dev.drydock.scenario.run;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.scenario.OutcomeKind;
import dev.drydock.scenario.Target;
import dev.drydock.scenario.parse.Nearest;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sources of an object have to do with its not being ready: which one fails, with what, and whether anything is there. */
final class SourceReasons {

    private static final Set<String> WITH_URL = Set.of("GitRepository", "OCIRepository", "HelmRepository");

    private final World world;
    private final Outcomes outcomes;

    SourceReasons(World world, Outcomes outcomes) {
        this.world = world;
        this.outcomes = outcomes;
    }

    /** The lines for an object that is not ready. */
    List<Finding.Line> of(MapNode object) {
        List<Finding.Line> lines = new ArrayList<>();
        if (WITH_URL.contains(object.findText("kind"))) {
            nothingThere(object).ifPresent(text -> lines.add(new Finding.Line("because", text)));
        }
        source(object).ifPresent(source -> ofSource(source, lines));
        return lines;
    }

    private void ofSource(Target source, List<Finding.Line> lines) {
        Optional<MapNode> object = world.object(source);
        if (object.isEmpty()) {
            lines.add(new Finding.Line(
                    "because",
                    "there is no " + source
                            + world.nearest(source)
                                    .map(near -> "; nearest: " + near)
                                    .orElse("")));
            return;
        }
        Outcome outcome = outcomes.of(source);
        if (outcome.kind() != OutcomeKind.ACCEPTED) {
            lines.add(new Finding.Line("because", source + " is " + outcome.describe()));
            outcome.because().forEach(line -> lines.add(new Finding.Line("", line.text())));
        }
    }

    /** The source that an object names; a HelmRelease has made its HelmChart itself. */
    private static Optional<Target> source(MapNode object) {
        MapNode reference = switch (object.findText("kind")) {
            case "Kustomization", "HelmChart" -> object.findMap("spec", "sourceRef");
            case "HelmRelease" ->
                object.find("spec", "chartRef") == null
                        ? object.findMap("spec", "chart", "spec", "sourceRef")
                        : object.findMap("spec", "chartRef");
            default -> MapNode.EMPTY;
        };
        String namespace = reference.findText("namespace");
        return reference.findText("name").isEmpty()
                ? Optional.empty()
                : Optional.of(new Target(
                        reference.findText("kind"),
                        "source.toolkit.fluxcd.io",
                        namespace.isEmpty() ? object.findText("metadata", "namespace") : namespace,
                        reference.findText("name")));
    }

    private Optional<String> nothingThere(MapNode source) {
        String url = source.findText("spec", "url");
        String key = Repositories.key(url);
        List<String> urls = world.flux().repositories().urls();
        boolean isServed = urls.stream()
                .map(Repositories::key)
                .anyMatch(other -> other.equals(key) || other.startsWith(key + "/"));
        return isServed ? Optional.empty() : Optional.of("no repository has the URL " + url + Nearest.hint(url, urls));
    }
}
