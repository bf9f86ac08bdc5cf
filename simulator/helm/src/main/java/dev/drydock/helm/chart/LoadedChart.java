package dev.drydock.helm.chart;

import dev.drydock.helm.CrdFile;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A chart in memory with its subcharts (Helm's chart/v2 Chart). Processing its dependencies changes it: work on a copy. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LoadedChart {

    ChartMetadata metadata;
    final List<ChartFile> templates;
    final List<ChartFile> files;
    final byte @Nullable [] schema;

    @Nullable
    GoMap values;

    private List<LoadedChart> dependencies = new ArrayList<>();
    private @Nullable LoadedChart parent;

    LoadedChart(
            ChartMetadata metadata,
            List<ChartFile> templates,
            List<ChartFile> files,
            byte @Nullable [] schema,
            @Nullable GoMap values) {
        this.metadata = metadata;
        this.templates = List.copyOf(templates);
        this.files = List.copyOf(files);
        this.schema = schema;
        this.values = values;
    }

    /** A copy down to the metadata and values, which processing may change. */
    public LoadedChart copy() {
        GoMap copied = values == null ? null : (GoMap) GoTypes.deepCopy(values);
        LoadedChart copy = new LoadedChart(metadata.copy(), templates, files, schema, copied);
        dependencies.forEach(child -> copy.add(child.copy()));
        return copy;
    }

    /** This chart with other metadata and the same subcharts, whose metadata and values stay shared. */
    LoadedChart shallowCopy() {
        LoadedChart copy = new LoadedChart(metadata.copy(), templates, files, schema, values);
        for (LoadedChart child : dependencies) {
            LoadedChart childCopy =
                    new LoadedChart(child.metadata, child.templates, child.files, child.schema, child.values);
            childCopy.dependencies = new ArrayList<>(child.dependencies);
            copy.add(childCopy);
        }
        return copy;
    }

    void add(LoadedChart child) {
        child.parent = this;
        dependencies.add(child);
    }

    void setDependencies(List<LoadedChart> children) {
        dependencies = new ArrayList<>();
        children.forEach(this::add);
    }

    /** The metadata. */
    public ChartMetadata metadata() {
        return metadata;
    }

    /** The name, or the alias that replaced it. */
    public String name() {
        return metadata.name;
    }

    /** The subcharts. */
    public List<LoadedChart> dependencies() {
        return List.copyOf(dependencies);
    }

    /** The templates. */
    public List<ChartFile> templates() {
        return templates;
    }

    /** The other files. */
    public List<ChartFile> files() {
        return files;
    }

    /** The schema of the values, or null. */
    public byte @Nullable [] schema() {
        return schema == null ? null : schema.clone();
    }

    /** The default values, or null when there are none. */
    public @Nullable GoMap values() {
        return values;
    }

    /** Whether no chart is above this one. */
    public boolean isRoot() {
        return parent == null;
    }

    /** {@code parent/charts/child}. */
    public String fullPath() {
        return parent == null ? name() : parent.fullPath() + "/charts/" + name();
    }

    /** The names of declared dependencies that no subchart has. */
    public List<String> missing() {
        return metadata.dependencies.stream()
                .map(entry -> entry.name)
                .filter(wanted ->
                        dependencies.stream().noneMatch(child -> child.name().equals(wanted)))
                .toList();
    }

    /** The CRD files of this chart and its subcharts. */
    public List<CrdFile> crds() {
        List<CrdFile> crds = new ArrayList<>();
        for (ChartFile file : files) {
            if (file.name().startsWith("crds/") && isManifest(file.name())) {
                crds.add(new CrdFile(fullPath() + "/" + file.name(), file.text()));
            }
        }
        dependencies.forEach(child -> crds.addAll(child.crds()));
        return crds;
    }

    private static boolean isManifest(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
    }
}
