package dev.drydock.helm.schema;

import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keywords that put schemas together: not, allOf, anyOf, oneOf and if. */
final class CombiningKeywords {

    private final Dialect dialect;
    private final Subschemas subschemas;

    CombiningKeywords(Dialect dialect, Subschemas subschemas) {
        this.dialect = dialect;
        this.subschemas = subschemas;
    }

    void check(Visit visit, @Nullable Object value) {
        MapNode keywords = visit.keywords();
        Node not = keywords.get("not");
        if (not != null && subschemas.check(not, value, visit.place()) == null) {
            visit.add("'not' failed");
        }
        List<Problem> failures = failures(visit, keywords.findList("allOf"), value);
        if (!failures.isEmpty()) {
            visit.add("'allOf' failed", failures);
        }
        ListNode any = keywords.findList("anyOf");
        failures = failures(visit, any, value);
        if (!any.isEmpty() && failures.size() == any.size()) {
            visit.add("'anyOf' failed", failures);
        }
        oneOf(visit, keywords.findList("oneOf"), value);
        if (dialect.since(7)) {
            condition(visit, value);
        }
    }

    private List<Problem> failures(Visit visit, ListNode schemas, @Nullable Object value) {
        List<Problem> failures = new ArrayList<>();
        for (Node schema : schemas) {
            Evaluated mine = new Evaluated();
            Problem problem = subschemas.check(schema, value, visit.place(), mine);
            if (problem == null) {
                visit.evaluated().addAll(mine);
            } else {
                failures.add(problem);
            }
        }
        return failures;
    }

    private void oneOf(Visit visit, ListNode schemas, @Nullable Object value) {
        List<Problem> failures = new ArrayList<>();
        int matched = -1;
        for (int i = 0; i < schemas.size(); i++) {
            Evaluated mine = new Evaluated();
            Problem problem = subschemas.check(schemas.get(i), value, visit.place(), mine);
            if (problem != null) {
                failures.add(problem);
            } else if (matched >= 0) {
                visit.add("'oneOf' failed, subschemas " + matched + ", " + i + " matched");
                return;
            } else {
                matched = i;
                visit.evaluated().addAll(mine);
            }
        }
        if (!schemas.isEmpty() && matched < 0) {
            visit.add("'oneOf' failed, none matched", failures);
        }
    }

    private void condition(Visit visit, @Nullable Object value) {
        Node condition = visit.keywords().get("if");
        if (condition == null) {
            return;
        }
        Problem problem = subschemas.check(condition, value, visit.place(), visit.evaluated());
        Node branch = visit.keywords().get(problem == null ? "then" : "else");
        if (branch != null) {
            visit.add(subschemas.check(branch, value, visit.place(), visit.evaluated()));
        }
    }
}
