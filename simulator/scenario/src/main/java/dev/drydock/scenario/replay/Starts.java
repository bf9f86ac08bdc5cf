package dev.drydock.scenario.replay;

import dev.drydock.flux.repository.Content;
import dev.drydock.flux.repository.Repositories;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the entries of clusters from the sources and Kustomizations of tenants, which can have the same form. */
final class Starts {

    private static final String KUSTOMIZE_GROUP = "kustomize.toolkit.fluxcd.io/";

    private final Content repository;
    private final Collection<String> others;

    Starts(Content repository, Collection<String> others) {
        this.repository = repository;
        this.others = others;
    }

    List<ClusterEntry> of(List<ClusterEntry> entries) {
        if (entries.stream().filter(entry -> entry.instance() == null).count() + others.size() < 2) {
            return entries;
        }
        Map<ClusterEntry, Set<String>> reached = new LinkedHashMap<>();
        entries.forEach(entry -> reached.put(entry, reachedFrom(entry)));
        return entries.stream().filter(entry -> isStart(entry, reached)).toList();
    }

    private boolean isStart(ClusterEntry entry, Map<ClusterEntry, Set<String>> reached) {
        if (entry.instance() != null) {
            return true;
        }
        String url = entry.objects().get(0).findText("spec", "url");
        if (others.stream().anyMatch(other -> Repositories.isSame(url, other))) {
            return false;
        }
        return reached.entrySet().stream()
                .filter(other -> !other.getKey().file().equals(entry.file()))
                .filter(other -> other.getValue().contains(entry.file()))
                .noneMatch(other ->
                        !filesOf(entry, reached).contains(other.getKey().file()) || rank(other.getKey()) > rank(entry));
    }

    private static Set<String> filesOf(ClusterEntry entry, Map<ClusterEntry, Set<String>> reached) {
        return reached.getOrDefault(entry, Set.of());
    }

    /** How much an entry looks like one of a bootstrap, for two that reach each other. */
    private int rank(ClusterEntry entry) {
        String folder = entry.file().substring(0, entry.file().lastIndexOf('/') + 1);
        boolean installs = repository.files().keySet().stream()
                .filter(file -> file.startsWith(folder) && file.indexOf('/', folder.length()) < 0)
                .anyMatch(this::installs);
        return (installs ? 2 : 0)
                + (entry.objects().get(1).findText("metadata", "namespace").equals("flux-system") ? 1 : 0);
    }

    private boolean installs(String file) {
        return repository.files().get(file) instanceof Content.File text
                && ClusterEntry.documents(file, text.text()).stream()
                        .anyMatch(object -> object.findText("kind").equals("Deployment")
                                && object.findText("metadata", "name").equals("kustomize-controller"));
    }

    /** The files that the builds of the first Kustomization, and of those that it leads to, read. */
    private Set<String> reachedFrom(ClusterEntry entry) {
        Set<String> files = new HashSet<>();
        Set<MapNode> known = new HashSet<>();
        Deque<MapNode> waiting = new ArrayDeque<>();
        if (entry.objects().size() > 1) {
            waiting.add(entry.objects().get(1));
        }
        while (!waiting.isEmpty()) {
            MapNode kustomization = waiting.remove();
            MapNode spec = kustomization.findMap("spec");
            if (known.add(spec)) {
                for (MapNode object : built(spec, files)) {
                    if (object.findText("apiVersion").startsWith(KUSTOMIZE_GROUP)
                            && object.findText("kind").equals("Kustomization")
                            && hasSourceOf(entry, object)) {
                        waiting.add(object);
                    }
                }
            }
        }
        return files;
    }

    private List<MapNode> built(MapNode spec, Set<String> files) {
        try {
            return Builds.objects(repository, spec.findText("path"), spec, files::add);
        } catch (InstallationException | NotModelledException e) {
            return List.of(); // the replay says what is wrong with it
        }
    }

    /** Whether a Kustomization builds from the first source. */
    private static boolean hasSourceOf(ClusterEntry entry, MapNode kustomization) {
        MapNode source = entry.objects().get(0);
        MapNode reference = kustomization.findMap("spec", "sourceRef");
        String namespace = reference.findText("namespace").isEmpty()
                ? kustomization.findText("metadata", "namespace")
                : reference.findText("namespace");
        return reference.findText("kind").equals(source.findText("kind"))
                && reference.findText("name").equals(source.findText("metadata", "name"))
                && namespace.equals(source.findText("metadata", "namespace"));
    }
}
