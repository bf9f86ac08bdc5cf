package dev.drydock.helm.chart;

import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** What {@code Chart.yaml} says (Helm's chart/v2 Metadata). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ChartMetadata {

    /** A maintainer. */
    record Maintainer(String name, String email, String url) {}

    String name = "";
    String home = "";
    List<String> sources = List.of();
    String version = "";
    String description = "";
    List<String> keywords = List.of();
    List<Maintainer> maintainers = List.of();
    String icon = "";
    String apiVersion = "";
    String condition = "";
    String tags = "";
    String appVersion = "";
    boolean deprecated;
    Map<String, String> annotations = Map.of();
    String kubeVersion = "";
    List<Dependency> dependencies = List.of();
    boolean declaresDependencies;
    String type = "";
    MapNode document = MapNode.EMPTY;

    ChartMetadata copy() {
        ChartMetadata copy = new ChartMetadata();
        copy.name = name;
        copy.home = home;
        copy.sources = sources;
        copy.version = version;
        copy.description = description;
        copy.keywords = keywords;
        copy.maintainers = maintainers;
        copy.icon = icon;
        copy.apiVersion = apiVersion;
        copy.condition = condition;
        copy.tags = tags;
        copy.appVersion = appVersion;
        copy.deprecated = deprecated;
        copy.annotations = annotations;
        copy.kubeVersion = kubeVersion;
        copy.dependencies =
                new ArrayList<>(dependencies.stream().map(Dependency::copy).toList());
        copy.declaresDependencies = declaresDependencies;
        copy.type = type;
        copy.document = document;
        return copy;
    }

    /** The name, which an alias replaces. */
    public String name() {
        return name;
    }

    /** The version range of API servers, empty for any. */
    public String kubeVersion() {
        return kubeVersion;
    }

    /** Whether the chart only lends its templates. */
    public boolean isLibrary() {
        return type.equals("library");
    }

    /** The parsed {@code Chart.yaml}. */
    public MapNode document() {
        return document;
    }

    /** What {@code .Chart} holds, without {@code IsRoot}. */
    public GoMap toMap() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", name);
        fields.put("Home", home);
        fields.put("Sources", GoList.of(sources));
        fields.put("Version", version);
        fields.put("Description", description);
        fields.put("Keywords", GoList.of(keywords));
        fields.put(
                "Maintainers",
                GoList.of(maintainers.stream().map(ChartMetadata::maintainer).toList()));
        fields.put("Icon", icon);
        fields.put("APIVersion", apiVersion);
        fields.put("Condition", condition);
        fields.put("Tags", tags);
        fields.put("AppVersion", appVersion);
        fields.put("Deprecated", deprecated);
        String texts = "map[string]string";
        GoMap notes = annotations.isEmpty() ? GoMap.nil(texts) : GoMap.ofType(texts);
        annotations.forEach(notes::put);
        fields.put("Annotations", notes);
        fields.put("KubeVersion", kubeVersion);
        fields.put(
                "Dependencies",
                GoList.of(dependencies.stream().map(Dependency::toMap).toList()));
        fields.put("Type", type);
        GoMap map = GoMap.create();
        fields.forEach(map::put);
        return map;
    }

    private static GoMap maintainer(Maintainer maintainer) {
        GoMap map = GoMap.create();
        map.put("Name", maintainer.name());
        map.put("Email", maintainer.email());
        map.put("URL", maintainer.url());
        return map;
    }
}
