package dev.drydock.helm.schema;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.chart.LoadedChart;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoString;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Values against the {@code values.schema.json} of a chart and its subcharts (Helm's common/util/jsonschema.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ValuesSchema {

    private static final String FILE = "file:///values.schema.json#";

    private ValuesSchema() {}

    /**
     * Checks the values, defaults included.
     *
     * @throws HelmException with a line for each problem
     */
    public static void check(LoadedChart chart, GoMap values) {
        String problems = problems(chart, values);
        if (!problems.isEmpty()) {
            throw new HelmException(
                    "values don't meet the specifications of the schema(s) in the following chart(s):\n" + problems);
        }
    }

    private static String problems(LoadedChart chart, GoMap values) {
        StringBuilder out = new StringBuilder();
        byte[] schema = chart.schema();
        if (schema != null) {
            String problem = problem(GoString.of(schema), values);
            if (problem != null) {
                out.append(chart.name()).append(":\n").append(problem);
            }
        }
        for (LoadedChart child : chart.dependencies()) {
            Object below = values.get(child.name());
            if (below instanceof GoMap map) {
                out.append(problems(child, map));
            } else if (below != null) {
                out.append(child.name())
                        .append(":\ninvalid type for values: expected object (map), got ")
                        .append(GoTypes.type(below))
                        .append('\n');
            }
        }
        return out.toString();
    }

    private static @Nullable String problem(String text, GoMap values) {
        Node schema;
        try {
            schema = JsonReader.read(text, "values.schema.json");
        } catch (YamlException e) {
            return e.upstream();
        }
        Dialect dialect = Dialect.of(schema);
        Problem invalid = MetaSchema.check(schema, dialect);
        if (invalid != null) {
            return "\"" + FILE + "\" is not valid against metaschema: jsonschema validation failed with '"
                    + dialect.url() + "'" + shown(List.of(invalid));
        }
        Problem problem = new SchemaCheck(schema, dialect).check(values);
        if (problem == null) {
            return null;
        }
        return shown(problem.members()).substring(1) + "\n";
    }

    private static String shown(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        problems.forEach(problem -> problem.show(out, 1));
        return out.toString();
    }
}
