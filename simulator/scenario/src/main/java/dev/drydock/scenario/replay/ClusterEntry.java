package dev.drydock.scenario.replay;

import dev.drydock.flux.repository.Content;
import dev.drydock.kubernetes.GroupVersionKind;
import dev.drydock.kubernetes.NamespacedName;
import dev.drydock.scenario.Profile;
import dev.drydock.yaml.Diagnostic;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster begins in a repository: the source and the Kustomization that {@code flux bootstrap} wrote into one file
 * (gotk-sync.yaml), or a FluxInstance of the Flux Operator with {@code spec.sync}.
 *
 * @param file the file, relative to the root of the repository
 * @param path the folder that the first Kustomization builds, relative to the root, {@code .} for the root itself
 * @param objects the first source and the first Kustomization as they are written there
 * @param instance the FluxInstance, null for a bootstrap
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ClusterEntry(
        String file,
        String path,
        List<MapNode> objects,
        @Nullable MapNode instance) {

    private static final Set<String> SOURCES = Set.of("GitRepository", "OCIRepository", "Bucket");
    private static final String SOURCE_GROUP = "source.toolkit.fluxcd.io/";
    private static final String INSTANCE_GROUP = "fluxcd.controlplane.io/";
    private static final String KUSTOMIZE_GROUP = "kustomize.toolkit.fluxcd.io/";

    /** An entry with a copy of the objects. */
    public ClusterEntry {
        objects = List.copyOf(objects);
    }

    /**
     * A repository as it is once it is bootstrapped: files that {@code flux bootstrap} fills, and that are there without content,
     * have what it writes.
     */
    public static Content bootstrapped(Content repository) {
        return Bootstrap.filled(repository);
    }

    /** The entries of all clusters of a repository, in the order of their files. Files that are no YAML hold none. */
    public static List<ClusterEntry> in(Content repository) {
        List<ClusterEntry> entries = new ArrayList<>();
        repository.files().forEach((file, entry) -> {
            if (entry instanceof Content.File text && isYaml(file)) {
                entries.addAll(of(file, documents(file, text.text())));
            }
        });
        return entries;
    }

    /**
     * The entries at which clusters start. A tenant's source and Kustomization can look like those of a bootstrap: a file that
     * another cluster applies is no start, and neither is one whose source serves another repository.
     *
     * @param others URLs of other repositories
     */
    public static List<ClusterEntry> starts(Content repository, Collection<String> others) {
        return new Starts(repository, others).of(in(repository));
    }

    /**
     * The first problem of each file that is no YAML and that {@code flux bootstrap} writes.
     *
     * @param shown how messages name the repository
     * @param all whether files count too that mention what can begin a cluster, such as templates of charts
     */
    public static List<Diagnostic> unreadable(Content repository, String shown, boolean all) {
        List<Diagnostic> problems = new ArrayList<>();
        repository.files().forEach((file, entry) -> {
            if (entry instanceof Content.File text
                    && isYaml(file)
                    && (Bootstrap.writes(file) || (all && mentionsEntry(text.text())))) {
                problem(shown + "/" + file, text.text()).ifPresent(problems::add);
            }
        });
        return problems;
    }

    private static boolean mentionsEntry(String text) {
        return text.contains(KUSTOMIZE_GROUP) || text.contains(INSTANCE_GROUP);
    }

    static Optional<Diagnostic> problem(String file, String text) {
        try {
            YamlReader.readAll(text, file, YamlMode.KUBERNETES);
            return Optional.empty();
        } catch (YamlException e) {
            return e.diagnostics().stream().findFirst();
        }
    }

    private static boolean isYaml(String file) {
        return file.endsWith(".yaml") || file.endsWith(".yml");
    }

    static List<MapNode> documents(String file, String text) {
        List<MapNode> documents = new ArrayList<>();
        try {
            for (Node document : YamlReader.readAll(text, file, YamlMode.KUBERNETES)) {
                if (document instanceof MapNode object) {
                    documents.add(object);
                }
            }
        } catch (YamlException e) {
            return List.of(); // whoever builds the file says what is wrong with it
        }
        return documents;
    }

    private static List<ClusterEntry> of(String file, List<MapNode> documents) {
        List<ClusterEntry> entries = new ArrayList<>();
        for (MapNode document : documents) {
            String apiVersion = document.findText("apiVersion");
            String kind = document.findText("kind");
            if (kind.equals("FluxInstance") && apiVersion.startsWith(INSTANCE_GROUP)) {
                List<MapNode> sync = FluxInstances.sync(document);
                entries.add(new ClusterEntry(file, path(document.findText("spec", "sync", "path")), sync, document));
            } else if (kind.equals("Kustomization") && apiVersion.startsWith(KUSTOMIZE_GROUP)) {
                documents.stream()
                        .filter(source -> isFirst(document, source))
                        .findFirst()
                        .ifPresent(source -> entries.add(new ClusterEntry(
                                file, path(document.findText("spec", "path")), List.of(source, document), null)));
            }
        }
        return entries;
    }

    /** Whether a Kustomization syncs a cluster from a source beside it: both have the name of their namespace. */
    private static boolean isFirst(MapNode kustomization, MapNode source) {
        String namespace = kustomization.findText("metadata", "namespace");
        return source.findText("apiVersion").startsWith(SOURCE_GROUP)
                && SOURCES.contains(source.findText("kind"))
                && kustomization.findText("metadata", "name").equals(namespace)
                && source.findText("metadata", "name").equals(namespace)
                && source.findText("metadata", "namespace").equals(namespace)
                && kustomization.findText("spec", "sourceRef", "kind").equals(source.findText("kind"))
                && kustomization.findText("spec", "sourceRef", "name").equals(namespace);
    }

    private static String path(String path) {
        String text = path.replaceAll("^(\\.?/)+|/+$", "");
        return text.isEmpty() ? "." : text;
    }

    /**
     * How a cluster begins.
     *
     * @param profile how the controllers run, null when the repository installs none
     * @param installed what stands in the cluster before: the operator, where it is one that installs Flux
     * @param objects what the platform team applies: the first source and Kustomization as the patches beside them leave them
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Beginning(Profile.@Nullable Changes profile, List<MapNode> installed, List<MapNode> objects) {

        /** A beginning with copies of the objects. */
        public Beginning {
            installed = List.copyOf(installed);
            objects = List.copyOf(objects);
        }
    }

    /**
     * What the repository makes of the entry.
     *
     * @param repository the repository of the entry, or the part of it that holds the entry
     * @throws dev.drydock.kubernetes.NotModelledException when flags are not modelled
     * @throws InstallationException when what installs the controllers cannot be built
     */
    public Beginning beginning(Content repository) {
        MapNode wanted = instance;
        if (wanted != null) {
            List<MapNode> flux = FluxInstances.installed(wanted);
            List<MapNode> operator = FluxOperator.objects(wanted.findText("metadata", "namespace"));
            return new Beginning(ControllerFlags.of(flux), operator, patched(flux));
        }
        boolean isWhole = repository.files().keySet().stream().anyMatch(name -> name.startsWith(path + "/"));
        List<MapNode> built = Builds.objects(repository, isWhole ? path : ".", MapNode.EMPTY);
        return new Beginning(ControllerFlags.of(built), List.of(), patched(built));
    }

    /** The objects of the entry as a build leaves them. */
    private List<MapNode> patched(List<MapNode> built) {
        return objects.stream()
                .map(object -> built.stream()
                        .filter(other -> isSame(object, other))
                        .findFirst()
                        .orElse(object))
                .toList();
    }

    private static boolean isSame(MapNode one, MapNode other) {
        return GroupVersionKind.of(one).equals(GroupVersionKind.of(other))
                && NamespacedName.of(one).equals(NamespacedName.of(other));
    }

    /**
     * How Flux is installed from a folder: of one cluster, or of several whose controllers run alike.
     *
     * @throws dev.drydock.kubernetes.NotModelledException when flags are not modelled
     * @throws InstallationException when no controllers are installed, or in several ways
     */
    public static Profile.Changes profileFrom(Content given) {
        Content folder = bootstrapped(given);
        Map<Profile.Changes, String> ways = new LinkedHashMap<>();
        for (ClusterEntry entry : in(folder)) {
            Profile.Changes way = entry.beginning(folder).profile();
            if (way != null) {
                ways.putIfAbsent(way, entry.file());
            }
        }
        Profile.Changes plain = ways.isEmpty() ? ControllerFlags.of(Builds.objects(folder, ".", MapNode.EMPTY)) : null;
        if (plain != null) {
            ways.put(plain, ".");
        }
        if (ways.size() != 1) {
            throw new InstallationException(
                    ways.isEmpty()
                            ? "no controllers of Flux are installed there; their Deployments, a gotk-sync.yaml beside them, or "
                                    + "a FluxInstance is expected"
                            : "the controllers run with different flags, by " + String.join(" and ", ways.values())
                                    + "; name the folder of one cluster");
        }
        return ways.keySet().iterator().next();
    }
}
