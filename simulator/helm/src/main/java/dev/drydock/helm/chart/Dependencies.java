package dev.drydock.helm.chart;

import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a chart's {@code dependencies} do to its subcharts (Helm's chart/v2/util/dependencies.go): aliases, tags, conditions, and
 * values that parents import.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Dependencies {

    private final Consumer<String> warnings;

    private Dependencies(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** Changes the chart as ProcessDependencies does. */
    public static void process(LoadedChart chart, GoMap values, Consumer<String> warnings) {
        Dependencies dependencies = new Dependencies(warnings);
        dependencies.enable(chart, values, "");
        dependencies.importInto(chart);
    }

    /** Whether a version is in a range; neither being readable means no. */
    public static boolean isCompatible(String range, String version) {
        try {
            return VersionRange.parse(range).contains(Version.parse(version));
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    private void enable(LoadedChart chart, GoMap values, String path) {
        ChartMetadata metadata = chart.metadata;
        if (!metadata.declaresDependencies) {
            return;
        }
        List<LoadedChart> children = new ArrayList<>();
        for (LoadedChart child : chart.dependencies()) {
            boolean declared = metadata.dependencies.stream()
                    .anyMatch(entry ->
                            child.name().equals(entry.name) && isCompatible(entry.version, child.metadata.version));
            if (!declared) {
                children.add(child);
            }
        }
        for (Dependency entry : metadata.dependencies) {
            LoadedChart child = aliased(chart.dependencies(), entry);
            if (child != null) {
                children.add(child);
            }
            if (!entry.alias.isEmpty()) {
                entry.name = entry.alias;
            }
        }
        chart.setDependencies(children);
        metadata.dependencies.forEach(entry -> entry.enabled = true);
        GoMap all = Coalescing.coalesce(chart, values, warnings);
        tags(metadata.dependencies, all);
        conditions(metadata.dependencies, all, path);
        Set<String> off = new HashSet<>();
        metadata.dependencies.stream().filter(entry -> !entry.enabled).forEach(entry -> off.add(entry.name));
        List<LoadedChart> kept = new ArrayList<>();
        for (LoadedChart child : chart.dependencies()) {
            if (!off.contains(child.name())) {
                kept.add(child);
            }
        }
        for (LoadedChart child : kept) {
            enable(child, all, path + child.name() + ".");
        }
        metadata.dependencies = new ArrayList<>(metadata.dependencies.stream()
                .filter(entry -> !off.contains(entry.name))
                .toList());
        metadata.declaresDependencies = !metadata.dependencies.isEmpty();
        chart.setDependencies(kept);
    }

    private static @Nullable LoadedChart aliased(List<LoadedChart> charts, Dependency entry) {
        for (LoadedChart chart : charts) {
            if (chart.name().equals(entry.name) && isCompatible(entry.version, chart.metadata.version)) {
                LoadedChart copy = chart.shallowCopy();
                if (!entry.alias.isEmpty()) {
                    copy.metadata.name = entry.alias;
                }
                return copy;
            }
        }
        return null;
    }

    private static void tags(List<Dependency> entries, GoMap values) {
        if (!(values.get("tags") instanceof GoMap tags)) {
            return;
        }
        for (Dependency entry : entries) {
            boolean on = false;
            boolean off = false;
            for (String tag : entry.tags) {
                if (tags.has(tag)) {
                    if (tags.get(tag) instanceof Boolean flag) {
                        on |= flag;
                        off |= !flag;
                    }
                }
            }
            entry.enabled = on || !off;
        }
    }

    private static void conditions(List<Dependency> entries, GoMap values, String path) {
        for (Dependency entry : entries) {
            for (String condition : entry.condition.strip().split(",", -1)) {
                if (condition.isEmpty()) {
                    continue;
                }
                Found found = scalar(values, path + condition);
                if (found != null) {
                    if (found.value() instanceof Boolean flag) {
                        entry.enabled = flag;
                        break;
                    }
                }
            }
        }
    }

    /** A value that was found; it may be nil. */
    private record Found(@Nullable Object value) {}

    private static @Nullable Found scalar(GoMap values, String path) {
        String[] keys = path.split("\\.", -1);
        GoMap table = values;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!(table.get(keys[i]) instanceof GoMap below)) {
                return null;
            }
            table = below;
        }
        String last = keys[keys.length - 1];
        boolean there = table.has(last) && !(table.get(last) instanceof GoMap);
        return there ? new Found(table.get(last)) : null;
    }

    private static @Nullable GoMap table(GoMap values, String path) {
        GoMap table = values;
        for (String key : path.split("\\.", -1)) {
            if (!(table.get(key) instanceof GoMap below)) {
                return null;
            }
            table = below;
        }
        return table;
    }

    private void importInto(LoadedChart chart) {
        chart.dependencies().forEach(this::importInto);
        ChartMetadata metadata = chart.metadata;
        if (!metadata.declaresDependencies) {
            return;
        }
        GoMap all = Coalescing.merge(chart, null, warnings);
        GoMap imported = GoMap.create();
        for (Dependency entry : metadata.dependencies) {
            for (Node item : entry.importValues) {
                String child = "";
                String parent = ".";
                if (item instanceof MapNode map) {
                    child = shown(map, "child");
                    parent = shown(map, "parent");
                } else if (item instanceof ScalarNode scalar && scalar.isString()) {
                    child = "exports." + scalar.stringValue();
                } else {
                    continue;
                }
                GoMap found = table(all, entry.name + "." + child);
                if (found == null) {
                    continue;
                }
                GoMap under = found;
                if (!parent.equals(".")) {
                    String[] keys = parent.split("\\.", -1);
                    for (int i = keys.length - 1; i >= 0; i--) {
                        under = GoMap.of(keys[i], under);
                    }
                }
                Coalescing.tables(imported, under, true, warnings);
            }
        }
        GoMap copy = (GoMap) java.util.Objects.requireNonNull(GoTypes.deepCopy(all));
        chart.values = Coalescing.tables(copy, imported, true, warnings);
    }

    private static String shown(MapNode map, String key) {
        Node value = map.get(key);
        return GoFormat.print(value == null ? null : dev.drydock.helm.value.GoTree.decode(value));
    }
}
