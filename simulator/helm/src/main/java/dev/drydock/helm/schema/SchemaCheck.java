package dev.drydock.helm.schema;

import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a value against a schema, keyword by keyword in the order of upstream's validator.go. The keywords of objects,
 * arrays, texts and numbers, those for any value and those that put schemas together have a class each.
 */
final class SchemaCheck {

    private static final int DEEPEST = 200;

    private final Node root;
    private final Dialect dialect;
    private final References references;
    private final AnyValueKeywords anyValue;
    private final ObjectKeywords objects;
    private final ArrayKeywords arrays;
    private final TextKeywords texts;
    private final NumberKeywords numbers;
    private final CombiningKeywords combining;
    private final UnevaluatedKeywords unevaluated;
    private int depth;

    SchemaCheck(Node root, Dialect dialect) {
        this.root = root;
        this.dialect = dialect;
        Patterns patterns = new Patterns();
        Subschemas subschemas = this::check;
        references = new References(root);
        anyValue = new AnyValueKeywords(dialect);
        objects = new ObjectKeywords(dialect, patterns, subschemas);
        arrays = new ArrayKeywords(dialect, subschemas);
        texts = new TextKeywords(patterns);
        numbers = new NumberKeywords(dialect);
        combining = new CombiningKeywords(dialect, subschemas);
        unevaluated = new UnevaluatedKeywords(dialect, subschemas);
    }

    /** What is wrong with a value, or null. */
    @Nullable
    Problem check(@Nullable Object value) {
        return check(root, value, "", new Evaluated());
    }

    private @Nullable Problem check(Node schema, @Nullable Object value, String place, Evaluated evaluated) {
        if (++depth > DEEPEST) {
            throw new NotModelledException("a values schema that refers to itself without end");
        }
        Problem problem = checked(schema, value, place, evaluated);
        depth--;
        return problem;
    }

    private @Nullable Problem checked(Node schema, @Nullable Object value, String place, Evaluated evaluated) {
        if (!(schema instanceof MapNode keywords)) {
            boolean refused = schema instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
            return refused ? Problem.of(place, "false schema") : null;
        }
        // before 2019-09 a reference hides the keywords beside it
        if (keywords.has("$ref") && !dialect.since(2019)) {
            return reference(keywords, value, place, evaluated);
        }
        String first = anyValue.problem(keywords, value);
        if (first != null) {
            return Problem.of(place, first);
        }
        Visit visit = new Visit(keywords, place, evaluated);
        if (keywords.has("$ref")) {
            visit.add(reference(keywords, value, place, evaluated));
        }
        if (value instanceof GoMap map) {
            objects.check(visit, map);
        } else if (value instanceof GoList list) {
            arrays.check(visit, list);
        } else if (value instanceof String text) {
            texts.check(visit, text);
        } else if (value instanceof Double || value instanceof GoInt) {
            numbers.check(visit, Instance.decimal(value));
        }
        if (keywords.has("$dynamicRef") || keywords.has("$recursiveRef")) {
            throw new NotModelledException("dynamic references in a values schema");
        }
        combining.check(visit, value);
        unevaluated.check(visit, value);
        return visit.problem();
    }

    private @Nullable Problem reference(MapNode keywords, @Nullable Object value, String place, Evaluated evaluated) {
        Problem problem = check(references.target(keywords.findText("$ref")), value, place, evaluated);
        if (problem == null) {
            return null;
        }
        List<Problem> causes = problem.members();
        return new Problem(place, "validation failed", causes, Problem.Kind.REFERENCE);
    }
}
