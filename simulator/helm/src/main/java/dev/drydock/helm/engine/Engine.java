package dev.drydock.helm.engine;

import static dev.drydock.helm.value.GoType.ANY;
import static dev.drydock.helm.value.GoType.STRING;

import dev.drydock.helm.Capabilities;
import dev.drydock.helm.HelmException;
import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.Release;
import dev.drydock.helm.RenderOptions;
import dev.drydock.helm.chart.ChartFile;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.helm.function.TemplateFunctions;
import dev.drydock.helm.template.LimitException;
import dev.drydock.helm.template.TemplateSet;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoObject.Field;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/** Renders all templates of a chart and its subcharts, the deepest and last names first (Helm's pkg/engine/engine.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Engine {

    private static final int MOST_INCLUDES = 1000;
    private static final String NO_VALUE = "<no value>";

    /** A template and the values that its chart sees. */
    private record Source(String text, GoMap values, String basePath) {}

    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Integer> included = new HashMap<>();
    private final RenderOptions options;

    private Engine(RenderOptions options) {
        this.options = options;
    }

    /**
     * What the templates print, by their path.
     *
     * @param values the root chart's values, defaults included
     * @throws HelmException with Helm's message
     */
    public static Map<String, String> render(
            LoadedChart chart, GoMap values, Release release, Capabilities capabilities, RenderOptions options) {
        Engine engine = new Engine(options);
        GoMap root = GoMap.create();
        root.put("Release", release(release));
        root.put("Capabilities", capabilities(capabilities));
        root.put("Values", values.as(Methods.VALUES));
        engine.collect(chart, root);
        try {
            return engine.run();
        } catch (LimitException e) {
            throw new NotModelledException(String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new NotModelledException("templates that call each other too deep");
        }
    }

    private static GoMap release(Release release) {
        GoMap map = GoMap.create();
        map.put("Name", release.name());
        map.put("Namespace", release.namespace());
        map.put("IsUpgrade", release.upgrade());
        map.put("IsInstall", !release.upgrade());
        map.put("Revision", GoInt.of(release.revision()));
        map.put("Service", "Helm");
        return map;
    }

    private static StructObject capabilities(Capabilities capabilities) {
        StructObject helm = new StructObject(
                "version.BuildInfo",
                "struct",
                List.of(
                        new Field("Version", "v4.2"),
                        new Field("GitCommit", ""),
                        new Field("GitTreeState", ""),
                        new Field("GoVersion", "go1.26.0"),
                        new Field("KubeClientVersion", "v1.36")));
        return new StructObject(
                "*common.Capabilities",
                "ptr",
                List.of(
                        new Field("KubeVersion", KubeVersion.of(capabilities.kubeVersion())),
                        new Field("APIVersions", GoList.ofType(Methods.VERSIONS, capabilities.apiVersions())),
                        new Field("HelmVersion", helm)));
    }

    private GoMap collect(LoadedChart chart, GoMap above) {
        GoMap metadata = chart.metadata().toMap();
        metadata.put("IsRoot", chart.isRoot());
        GoMap files = GoMap.ofType(Methods.FILES);
        chart.files().forEach(file -> files.put(file.name(), GoList.bytes(file.data())));
        GoMap children = GoMap.create();
        GoMap scope = GoMap.create();
        scope.put("Chart", metadata);
        scope.put("Files", files);
        scope.put("Release", above.get("Release"));
        scope.put("Capabilities", above.get("Capabilities"));
        scope.put("Subcharts", children);
        scope.put("Values", GoMap.ofType(Methods.VALUES));
        if (chart.isRoot()) {
            scope.put("Values", above.get("Values"));
        } else if (above.get("Values") instanceof GoMap values && values.get(chart.name()) instanceof GoMap own) {
            scope.put("Values", own.as(Methods.VALUES));
        }
        for (LoadedChart child : chart.dependencies()) {
            children.put(child.name(), collect(child, scope));
        }
        String path = chart.fullPath();
        for (ChartFile template : chart.templates()) {
            String base = template.name().substring(template.name().lastIndexOf('/') + 1);
            if (!chart.metadata().isLibrary() || base.startsWith("_")) {
                sources.put(path + "/" + template.name(), new Source(template.text(), scope, path + "/templates"));
            }
        }
        return scope;
    }

    private Map<String, String> run() {
        TemplateSet templates = TemplateSet.create("gotpl", TemplateFunctions.of(options), Methods::find);
        define(templates);
        List<String> names = new ArrayList<>(sources.keySet());
        names.sort(Comparator.comparingLong(
                        (String name) -> name.chars().filter(c -> c == '/').count())
                .thenComparing(dev.drydock.helm.value.GoString.ORDER)
                .reversed());
        for (String name : names) {
            try {
                templates.parse(name, source(name).text());
            } catch (GoException e) {
                throw ErrorText.ofParse(name, e);
            }
        }
        Map<String, String> rendered = new TreeMap<>();
        for (String name : names) {
            if (name.substring(name.lastIndexOf('/') + 1).startsWith("_")) {
                continue;
            }
            Source source = source(name);
            GoMap template = GoMap.ofType(Methods.VALUES);
            template.put("Name", name);
            template.put("BasePath", source.basePath());
            source.values().put("Template", template);
            try {
                String text = templates.execute(name, source.values().as(Methods.VALUES));
                rendered.put(name, text.replace(NO_VALUE, ""));
            } catch (GoException e) {
                throw ErrorText.ofExecution(name, e);
            }
        }
        return rendered;
    }

    private Source source(String name) {
        return java.util.Objects.requireNonNull(sources.get(name));
    }

    private void define(TemplateSet templates) {
        templates.define("include", GoFunction.of(a -> include(templates, a), STRING, ANY));
        templates.define("tpl", GoFunction.of(a -> inline(templates, a), STRING, ANY));
    }

    private Object include(TemplateSet templates, Arguments a) {
        String name = a.string(0);
        int depth = included.getOrDefault(name, 0);
        if (depth > MOST_INCLUDES) {
            throw new GoException(
                    "rendering template has a nested reference name: " + name + ": unable to execute template",
                    new GoException("unable to execute template"));
        }
        included.put(name, depth + 1);
        try {
            return templates.execute(name, a.get(1));
        } finally {
            included.merge(name, -1, Integer::sum);
        }
    }

    private Object inline(TemplateSet parent, Arguments a) {
        TemplateSet templates = parent.copy();
        define(templates);
        String shown = GoQuote.quote(a.string(0));
        try {
            templates.parse(templates.name(), a.string(0));
        } catch (GoException e) {
            throw new GoException("cannot parse template " + shown + ": " + e.getMessage(), e);
        }
        try {
            return templates.execute(templates.name(), a.get(1)).replace(NO_VALUE, "");
        } catch (GoException e) {
            throw new GoException("error during tpl function execution for " + shown + ": " + e.getMessage(), e);
        }
    }
}
