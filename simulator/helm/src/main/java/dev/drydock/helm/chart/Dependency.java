package dev.drydock.helm.chart;

import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.yaml.Node;
import java.util.List;
import org.apiguardian.api.API;

/** An entry of {@code dependencies}; processing renames it to its alias and switches it on or off. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Dependency {

    String name;
    final String version;
    final String repository;
    final String condition;
    final List<String> tags;
    final List<Node> importValues;
    final String alias;
    boolean enabled;

    Dependency(
            String name,
            String version,
            String repository,
            String condition,
            List<String> tags,
            List<Node> importValues,
            String alias,
            boolean enabled) {
        this.name = name;
        this.version = version;
        this.repository = repository;
        this.condition = condition;
        this.tags = List.copyOf(tags);
        this.importValues = List.copyOf(importValues);
        this.alias = alias;
        this.enabled = enabled;
    }

    Dependency copy() {
        return new Dependency(name, version, repository, condition, tags, importValues, alias, enabled);
    }

    /** What templates see. */
    GoMap toMap() {
        GoMap map = GoMap.create();
        map.put("Name", name);
        map.put("Version", version);
        map.put("Repository", repository);
        map.put("Condition", condition);
        map.put("Tags", GoList.of(tags));
        map.put("Enabled", enabled);
        map.put(
                "ImportValues",
                GoList.of(importValues.stream().map(GoTree::decode).toList()));
        map.put("Alias", alias);
        return map;
    }
}
