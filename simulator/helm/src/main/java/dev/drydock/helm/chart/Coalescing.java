package dev.drydock.helm.chart;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.value.GoFormat;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Values over a chart's defaults and those of its subcharts (Helm's common/util/coalesce.go). A nil of the user deletes a default;
 * merging, in contrast to coalescing, keeps nils for a later pass.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Coalescing {

    /** The key whose values subcharts share with their parents. */
    static final String GLOBAL = "global";

    private final boolean merge;
    private final Consumer<String> warnings;

    private Coalescing(boolean merge, Consumer<String> warnings) {
        this.merge = merge;
        this.warnings = warnings;
    }

    /** CoalesceValues: the values that templates see. */
    public static GoMap coalesce(LoadedChart chart, @Nullable GoMap values, Consumer<String> warnings) {
        return new Coalescing(false, warnings).all(chart, copy(values), "");
    }

    /** MergeValues: the same with nils kept. */
    static GoMap merge(LoadedChart chart, @Nullable GoMap values, Consumer<String> warnings) {
        return new Coalescing(true, warnings).all(chart, copy(values), "");
    }

    /** CoalesceTables or MergeTables: the first map over the second. */
    static GoMap tables(GoMap over, GoMap under, boolean merge, Consumer<String> warnings) {
        new Coalescing(merge, warnings).tables(over, under, "", merge);
        return over;
    }

    private static GoMap copy(@Nullable GoMap values) {
        return values == null ? GoMap.create() : (GoMap) java.util.Objects.requireNonNull(GoTypes.deepCopy(values));
    }

    private static String path(String prefix, String key) {
        return prefix.isEmpty() ? key : prefix + "." + key;
    }

    private GoMap all(LoadedChart chart, GoMap values, String prefix) {
        defaults(chart, values, prefix);
        for (LoadedChart child : chart.dependencies()) {
            String name = child.name();
            if (!values.has(name)) {
                values.put(name, GoMap.create());
            }
            if (!(values.get(name) instanceof GoMap below)) {
                throw new HelmException("type mismatch on " + name + ": "
                        + GoFormat.sprintf("%t", java.util.Collections.singletonList(values.get(name))));
            }
            String childPrefix = path(prefix, chart.name());
            globals(below, values, childPrefix);
            values.put(name, all(child, below, childPrefix));
        }
        return values;
    }

    private void globals(GoMap into, GoMap from, String prefix) {
        if (into.has(GLOBAL) && !(into.get(GLOBAL) instanceof GoMap)) {
            warnings.accept("warning: skipping globals because destination global is not a table.");
            return;
        }
        if (from.has(GLOBAL) && !(from.get(GLOBAL) instanceof GoMap)) {
            warnings.accept("warning: skipping globals because source global is not a table.");
            return;
        }
        GoMap target = into.get(GLOBAL) instanceof GoMap map ? map : GoMap.create();
        GoMap source = from.get(GLOBAL) instanceof GoMap map ? map : GoMap.create();
        for (Map.Entry<String, @Nullable Object> entry : source.entries().entrySet()) {
            String key = entry.getKey();
            Object value = entry.getValue();
            if (value instanceof GoMap table) {
                GoMap copy = table.copy();
                if (!target.has(key)) {
                    target.put(key, copy);
                } else if (target.get(key) instanceof GoMap old) {
                    tables(copy, old, path(prefix, key), true);
                    target.put(key, copy);
                } else {
                    warnings.accept("Conflict: cannot merge map onto non-map for \"" + key + "\". Skipping.");
                }
            } else if (target.get(key) instanceof GoMap) {
                warnings.accept("key " + key + " is table. Skipping");
            } else {
                target.put(key, value);
            }
        }
        into.put(GLOBAL, target);
    }

    private void defaults(LoadedChart chart, GoMap values, String prefix) {
        String here = path(prefix, chart.name());
        for (Map.Entry<String, @Nullable Object> entry :
                copy(chart.values).entries().entrySet()) {
            String key = entry.getKey();
            Object fallback = entry.getValue();
            if (!values.has(key)) {
                if (!merge && fallback == null) {
                    continue;
                }
                if (!merge && fallback instanceof GoMap map) {
                    removeNils(map);
                }
                values.put(key, fallback);
                continue;
            }
            Object given = values.get(key);
            if (given == null && !merge) {
                values.remove(key);
            } else if (given instanceof GoMap over) {
                if (fallback instanceof GoMap under) {
                    boolean ofChild = chart.dependencies().stream()
                            .anyMatch(child -> child.name().equals(key));
                    boolean merges = merge || ofChild;
                    if (!merges) {
                        removeNils(under);
                    }
                    tables(over, under, path(here, key), merges);
                } else if (fallback != null) {
                    warnings.accept("warning: skipped value for " + here + "." + key + ": Not a table.");
                }
            }
        }
    }

    private void tables(GoMap over, GoMap under, String prefix, boolean merges) {
        Set<String> present = new HashSet<>();
        under.entries().forEach((key, value) -> {
            if (value != null) {
                present.add(key);
            }
        });
        over.entries().forEach((key, value) -> {
            if (value == null) {
                under.put(key, null);
            }
        });
        List<String> keys = new ArrayList<>(under.entries().keySet());
        for (String key : keys) {
            Object fallback = under.get(key);
            boolean given = over.has(key);
            Object value = over.get(key);
            if (given && !merges && value == null && present.contains(key)) {
                over.remove(key);
            } else if (!given) {
                over.put(key, fallback);
            } else if (fallback instanceof GoMap below) {
                if (value instanceof GoMap above) {
                    tables(above, below, path(prefix, key), merges);
                } else {
                    warnings.accept("warning: cannot overwrite table with non table for " + path(prefix, key) + " ("
                            + GoFormat.print(fallback) + ")");
                }
            } else if (value instanceof GoMap && fallback != null) {
                warnings.accept("warning: destination for " + path(prefix, key)
                        + " is a table. Ignoring non-table value (" + GoFormat.print(fallback) + ")");
            }
        }
    }

    private static void removeNils(GoMap map) {
        for (String key : List.copyOf(map.entries().keySet())) {
            Object value = map.get(key);
            if (value == null) {
                map.remove(key);
            } else if (value instanceof GoMap below) {
                removeNils(below);
            }
        }
    }
}
