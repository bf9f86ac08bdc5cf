package dev.drydock.helm.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.helm.NotModelledException;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks a value against a schema, keyword by keyword in the order of upstream's validator.go. */
final class SchemaCheck {

    private static final int DEEPEST = 200;

    private final Node root;
    private final Dialect dialect;
    private final Map<String, Pattern> patterns = new HashMap<>();
    private int depth;

    SchemaCheck(Node root, Dialect dialect) {
        this.root = root;
        this.dialect = dialect;
    }

    /** What unevaluated keywords still ask for: the properties and items that no schema has looked at. */
    private static final class Seen {
        final Set<String> properties = new HashSet<>();
        final Set<Integer> items = new HashSet<>();
    }

    @Nullable
    Problem check(@Nullable Object value) {
        return check(root, value, "", new Seen());
    }

    private @Nullable Problem check(Node schema, @Nullable Object value, String place, Seen seen) {
        if (++depth > DEEPEST) {
            throw new NotModelledException("a values schema that refers to itself without end");
        }
        Problem problem = checked(schema, value, place, seen);
        depth--;
        return problem;
    }

    private @Nullable Problem checked(Node schema, @Nullable Object value, String place, Seen seen) {
        if (!(schema instanceof MapNode keywords)) {
            boolean refused = schema instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
            return refused ? Problem.of(place, "false schema") : null;
        }
        Node ref = keywords.get("$ref");
        if (ref != null && !dialect.since(2019)) {
            return reference(keywords.findText("$ref"), value, place, seen);
        }
        String first = ofAnyType(keywords, value);
        if (first != null) {
            return Problem.of(place, first);
        }
        List<Problem> problems = new ArrayList<>();
        if (ref != null) {
            add(problems, reference(keywords.findText("$ref"), value, place, seen));
        }
        if (value instanceof GoMap map) {
            object(keywords, map, place, problems, seen);
        } else if (value instanceof GoList list) {
            array(keywords, list, place, problems, seen);
        } else if (value instanceof String text) {
            text(keywords, text, place, problems);
        } else if (value instanceof Double || value instanceof GoInt) {
            number(keywords, decimal(value), place, problems);
        }
        if (keywords.has("$dynamicRef") || keywords.has("$recursiveRef")) {
            throw new NotModelledException("dynamic references in a values schema");
        }
        conditions(keywords, value, place, problems, seen);
        unevaluated(keywords, value, place, problems, seen);
        if (problems.size() <= 1) {
            return problems.isEmpty() ? null : problems.get(0);
        }
        return new Problem(place, "validation failed", problems, Problem.Kind.GROUP);
    }

    private static void add(List<Problem> problems, @Nullable Problem problem) {
        if (problem != null) {
            problems.add(problem);
        }
    }

    // references

    private @Nullable Problem reference(String ref, @Nullable Object value, String place, Seen seen) {
        Problem problem = check(target(ref), value, place, seen);
        if (problem == null) {
            return null;
        }
        List<Problem> causes = problem.kind() == Problem.Kind.GROUP ? problem.causes() : List.of(problem);
        return new Problem(place, "validation failed", causes, Problem.Kind.REFERENCE);
    }

    private Node target(String ref) {
        if (!ref.startsWith("#")) {
            throw new NotModelledException("a values schema that refers to " + ref);
        }
        Node node = root;
        if (ref.length() > 1 && !ref.startsWith("#/")) {
            Node anchored = anchor(root, ref.substring(1));
            if (anchored == null) {
                throw new NotModelledException("a values schema whose reference " + ref + " leads nowhere");
            }
            return anchored;
        }
        String[] parts = ref.length() <= 2 ? new String[0] : ref.substring(2).split("/", -1);
        for (String part : parts) {
            String key = java.net.URLDecoder.decode(part.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("~1", "/")
                    .replace("~0", "~");
            Node next = node instanceof MapNode map ? map.get(key) : null;
            if (node instanceof ListNode list && key.matches("[0-9]{1,6}") && Integer.parseInt(key) < list.size()) {
                next = list.get(Integer.parseInt(key));
            }
            if (next == null) {
                throw new NotModelledException("a values schema whose reference " + ref + " leads nowhere");
            }
            node = next;
        }
        return node;
    }

    private static @Nullable Node anchor(Node node, String name) {
        if (node instanceof MapNode map) {
            if (map.findText("$anchor").equals(name) || map.findText("$id").equals("#" + name)) {
                return map;
            }
            for (Node child : map.values()) {
                Node found = anchor(child, name);
                if (found != null) {
                    return found;
                }
            }
        } else if (node instanceof ListNode list) {
            for (Node child : list) {
                Node found = anchor(child, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    // values of any type

    private @Nullable String ofAnyType(MapNode keywords, @Nullable Object value) {
        Node type = keywords.get("type");
        if (type != null) {
            List<String> wanted = type instanceof ListNode list ? list.strings() : List.of(keywords.findText("type"));
            String found = type(value);
            boolean integer = found.equals("number") && wanted.contains("integer") && isInteger(value);
            if (!wanted.contains(found) && !integer) {
                return "got " + found + ", want " + String.join(" or ", inOrder(wanted));
            }
        }
        Node constant = keywords.get("const");
        if (constant != null && dialect.since(6) && !equal(constant, value)) {
            return constant instanceof ScalarNode ? "value must be " + Shown.constant(constant) : "'const' failed";
        }
        if (keywords.get("enum") instanceof ListNode values && values.stream().noneMatch(item -> equal(item, value))) {
            return enumeration(values);
        }
        String format = keywords.findText("format");
        if (!format.isEmpty() && !dialect.since(2019) && value instanceof String text) {
            String problem = Formats.problem(format, text);
            return problem == null ? null : Shown.quote(text) + " is not valid " + format + ": " + problem;
        }
        return null;
    }

    private static String enumeration(ListNode values) {
        if (values.stream().anyMatch(item -> !(item instanceof ScalarNode))) {
            return "'enum' failed";
        }
        List<String> shown = values.stream().map(Shown::constant).toList();
        return shown.size() == 1 ? "value must be " + shown.get(0) : "value must be one of " + String.join(", ", shown);
    }

    /** Types in upstream's order of its bits, not that of the schema. */
    private static List<String> inOrder(List<String> types) {
        List<String> order = List.of("null", "boolean", "number", "integer", "string", "array", "object");
        return order.stream().filter(types::contains).toList();
    }

    private static String type(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        if (value instanceof String) {
            return "string";
        }
        return value instanceof GoMap ? "object" : value instanceof GoList ? "array" : "number";
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof GoInt
                || (value instanceof Double number && number == Math.rint(number) && !number.isInfinite());
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof GoInt number
                ? new BigDecimal(number.toString())
                : dev.drydock.yaml.GoNumbers.shortest((Double) value);
    }

    private static boolean equal(Node constant, @Nullable Object value) {
        return equal(GoTree.decode(constant), value);
    }

    private static boolean isNumber(Object value) {
        return value instanceof Double || value instanceof GoInt;
    }

    private static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a != null && b != null && isNumber(a) && isNumber(b)) {
            return decimal(a).compareTo(decimal(b)) == 0;
        }
        if (a instanceof GoList left && b instanceof GoList right) {
            if (left.size() != right.size()) {
                return false;
            }
            for (int i = 0; i < left.size(); i++) {
                if (!equal(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (a instanceof GoMap left && b instanceof GoMap right) {
            return left.entries().keySet().equals(right.entries().keySet())
                    && left.entries().keySet().stream().allMatch(key -> equal(left.get(key), right.get(key)));
        }
        return GoTypes.deepEqual(a, b);
    }

    // objects

    private static @Nullable Long count(MapNode keywords, String key) {
        Node node = keywords.get(key);
        Object value = node instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? (Long) number.longValue() : null;
    }

    private void least(MapNode keywords, String key, int size, String place, List<Problem> problems) {
        Long wanted = count(keywords, key);
        boolean wrong = wanted != null && (key.startsWith("min") ? size < wanted : size > wanted);
        if (wrong && wanted != null) {
            problems.add(Problem.of(place, key + ": got " + Shown.count(size) + ", want " + Shown.count(wanted)));
        }
    }

    private static List<String> missing(GoMap map, Node names) {
        return names instanceof ListNode list
                ? list.strings().stream().filter(name -> !map.has(name)).toList()
                : List.of();
    }

    private void object(MapNode keywords, GoMap map, String place, List<Problem> problems, Seen seen) {
        least(keywords, "minProperties", map.size(), place, problems);
        least(keywords, "maxProperties", map.size(), place, problems);
        List<String> missing = missing(map, keywords.findList("required"));
        if (!missing.isEmpty()) {
            String word = missing.size() == 1 ? "missing property " : "missing properties ";
            problems.add(Problem.of(place, word + Shown.quoteAll(missing)));
        }
        dependencies(keywords, "dependencies", map, place, problems, seen);
        List<String> additional = new ArrayList<>();
        map.entries().forEach((name, value) -> property(keywords, name, value, place, problems, seen, additional));
        if (!additional.isEmpty()) {
            problems.add(Problem.of(place, "additional properties " + Shown.quoteAll(additional) + " not allowed"));
        }
        Node names = keywords.get("propertyNames");
        if (names != null && dialect.since(6)) {
            for (String name : map.entries().keySet()) {
                Problem problem = check(names, name, "", new Seen());
                if (problem != null) {
                    List<Problem> causes = problem.kind() == Problem.Kind.GROUP ? problem.causes() : List.of(problem);
                    problems.add(
                            new Problem("", "invalid propertyName " + Shown.quote(name), causes, Problem.Kind.PLAIN));
                }
            }
        }
        if (dialect.since(7)) {
            dependencies(keywords, "dependentSchemas", map, place, problems, seen);
            dependencies(keywords, "dependentRequired", map, place, problems, seen);
        }
    }

    private void dependencies(
            MapNode keywords, String keyword, GoMap map, String place, List<Problem> problems, Seen seen) {
        boolean old = keyword.equals("dependencies");
        if (old == dialect.since(2019) && !old) {
            return;
        }
        keywords.findMap(keyword).forEach((name, dependency) -> {
            if (!map.has(name)) {
                return;
            }
            if (!(dependency instanceof ListNode)) {
                add(problems, check(dependency, map, place, seen));
                return;
            }
            List<String> missing = missing(map, dependency);
            if (!missing.isEmpty()) {
                String message =
                        "properties " + Shown.quoteAll(missing) + " required, if " + Shown.quote(name) + " exists";
                problems.add(Problem.of(place, message));
            }
        });
    }

    private void property(
            MapNode keywords,
            String name,
            @Nullable Object value,
            String place,
            List<Problem> problems,
            Seen seen,
            List<String> additional) {
        String below = place + "/" + name.replace("~", "~0").replace("/", "~1");
        boolean evaluated = false;
        Node own = keywords.findMap("properties").get(name);
        if (own != null) {
            evaluated = true;
            add(problems, check(own, value, below, new Seen()));
        }
        MapNode byPattern = keywords.findMap("patternProperties");
        for (String pattern : byPattern.keys()) {
            if (compiled(pattern).matcher(name).find()) {
                evaluated = true;
                add(
                        problems,
                        check(java.util.Objects.requireNonNull(byPattern.get(pattern)), value, below, new Seen()));
            }
        }
        Node others = keywords.get("additionalProperties");
        if (!evaluated && others != null) {
            evaluated = true;
            if (others instanceof ScalarNode scalar) {
                if (Boolean.FALSE.equals(scalar.value())) {
                    additional.add(name);
                }
            } else {
                add(problems, check(others, value, below, new Seen()));
            }
        }
        if (evaluated) {
            seen.properties.add(name);
        }
    }

    private Pattern compiled(String expression) {
        return patterns.computeIfAbsent(expression, text -> {
            try {
                return Pattern.compile(text);
            } catch (PatternSyntaxException e) {
                throw new NotModelledException("a values schema with the pattern " + text);
            }
        });
    }

    // arrays

    private void array(MapNode keywords, GoList list, String place, List<Problem> problems, Seen seen) {
        least(keywords, "minItems", list.size(), place, problems);
        least(keywords, "maxItems", list.size(), place, problems);
        if (keywords.isTrue("uniqueItems")) {
            unique(list, place, problems);
        }
        boolean modern = dialect.since(2020);
        Node items = keywords.get("items");
        ListNode firsts =
                modern ? keywords.findList("prefixItems") : items instanceof ListNode tuple ? tuple : ListNode.EMPTY;
        int evaluated = Math.min(firsts.size(), list.size());
        for (int i = 0; i < evaluated; i++) {
            item(firsts.get(i), list, i, place, problems, seen);
        }
        Node rest = modern || !(items instanceof ListNode) ? items : keywords.get("additionalItems");
        if (!modern && items instanceof ListNode && rest instanceof ScalarNode scalar) {
            if (Boolean.FALSE.equals(scalar.value()) && evaluated != list.size()) {
                problems.add(Problem.of(
                        place, "last " + Shown.count(list.size() - evaluated) + " additionalItem(s) not allowed"));
            }
        } else if (rest != null) {
            for (int i = evaluated; i < list.size(); i++) {
                item(rest, list, i, place, problems, seen);
            }
        }
        contains(keywords, list, place, problems, seen);
    }

    private void item(Node schema, GoList list, int index, String place, List<Problem> problems, Seen seen) {
        seen.items.add(index);
        add(problems, check(schema, list.get(index), place + "/" + index, new Seen()));
    }

    private static void unique(GoList list, String place, List<Problem> problems) {
        for (int i = 1; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (equal(list.get(i), list.get(j))) {
                    problems.add(Problem.of(place, "items at " + j + " and " + i + " are equal"));
                    return;
                }
            }
        }
    }

    private void contains(MapNode keywords, GoList list, String place, List<Problem> problems, Seen seen) {
        Node wanted = keywords.get("contains");
        if (wanted == null || !dialect.since(6)) {
            return;
        }
        List<Problem> failures = new ArrayList<>();
        List<Integer> matched = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            Problem problem = check(wanted, list.get(i), place + "/" + i, new Seen());
            if (problem == null) {
                matched.add(i);
                seen.items.add(i);
            } else {
                failures.add(problem);
            }
        }
        String places = matched.toString().replace(",", "").replace("[", "").replace("]", "");
        Long least = dialect.since(2019) ? count(keywords, "minContains") : null;
        Long most = dialect.since(2019) ? count(keywords, "maxContains") : null;
        if (least != null && matched.size() < least) {
            String found = matched.isEmpty()
                    ? "none matched"
                    : "matched " + Shown.count(matched.size()) + " items at " + places;
            problems.add(new Problem(
                    place,
                    "min " + Shown.count(least) + " items required to match contains schema, but " + found,
                    failures,
                    Problem.Kind.PLAIN));
        } else if (least == null && matched.isEmpty()) {
            problems.add(new Problem(place, "no items match contains schema", failures, Problem.Kind.PLAIN));
        }
        if (most != null && matched.size() > most) {
            problems.add(Problem.of(
                    place,
                    "max " + Shown.count(most) + " items required to match contains schema, but matched "
                            + Shown.count(matched.size()) + " items at " + places));
        }
    }

    // texts and numbers

    private void text(MapNode keywords, String text, String place, List<Problem> problems) {
        int length = text.codePointCount(0, text.length());
        least(keywords, "minLength", length, place, problems);
        least(keywords, "maxLength", length, place, problems);
        String pattern = keywords.findText("pattern");
        if (!pattern.isEmpty() && !compiled(pattern).matcher(text).find()) {
            problems.add(Problem.of(place, Shown.quote(text) + " does not match pattern " + Shown.quote(pattern)));
        }
    }

    private static @Nullable BigDecimal limit(MapNode keywords, String key) {
        Object value = keywords.get(key) instanceof ScalarNode scalar ? scalar.value() : null;
        return value instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    private void number(MapNode keywords, BigDecimal value, String place, List<Problem> problems) {
        boolean exclusiveFlags = !dialect.since(6);
        BigDecimal least = limit(keywords, "minimum");
        BigDecimal most = limit(keywords, "maximum");
        boolean over = exclusiveFlags && keywords.isTrue("exclusiveMinimum");
        boolean under = exclusiveFlags && keywords.isTrue("exclusiveMaximum");
        bound(value, least, over ? "exclusiveMinimum" : "minimum", place, problems);
        bound(value, most, under ? "exclusiveMaximum" : "maximum", place, problems);
        if (!exclusiveFlags) {
            bound(value, limit(keywords, "exclusiveMinimum"), "exclusiveMinimum", place, problems);
            bound(value, limit(keywords, "exclusiveMaximum"), "exclusiveMaximum", place, problems);
        }
        BigDecimal unit = limit(keywords, "multipleOf");
        if (unit != null && unit.signum() != 0 && value.remainder(unit).signum() != 0) {
            problems.add(Problem.of(place, numbers("multipleOf", value, unit)));
        }
    }

    private static void bound(
            BigDecimal value, @Nullable BigDecimal limit, String keyword, String place, List<Problem> problems) {
        if (limit == null) {
            return;
        }
        int order = value.compareTo(limit);
        boolean wrong = switch (keyword) {
            case "minimum" -> order < 0;
            case "maximum" -> order > 0;
            case "exclusiveMinimum" -> order <= 0;
            default -> order >= 0;
        };
        if (wrong) {
            problems.add(Problem.of(place, numbers(keyword, value, limit)));
        }
    }

    private static String numbers(String keyword, BigDecimal got, BigDecimal want) {
        return keyword + ": got " + Shown.number(got.doubleValue()) + ", want " + Shown.number(want.doubleValue());
    }

    // schemas together

    private void conditions(MapNode keywords, @Nullable Object value, String place, List<Problem> problems, Seen seen) {
        Node not = keywords.get("not");
        if (not != null && check(not, value, place, new Seen()) == null) {
            problems.add(Problem.of(place, "'not' failed"));
        }
        List<Problem> failures = failures(keywords.findList("allOf"), value, place, seen);
        if (!failures.isEmpty()) {
            problems.add(new Problem(place, "'allOf' failed", failures, Problem.Kind.PLAIN));
        }
        ListNode any = keywords.findList("anyOf");
        failures = failures(any, value, place, seen);
        if (!any.isEmpty() && failures.size() == any.size()) {
            problems.add(new Problem(place, "'anyOf' failed", failures, Problem.Kind.PLAIN));
        }
        oneOf(keywords.findList("oneOf"), value, place, problems, seen);
        Node condition = keywords.get("if");
        if (condition != null && dialect.since(7)) {
            String branch = check(condition, value, place, seen) == null ? "then" : "else";
            Node schema = keywords.get(branch);
            if (schema != null) {
                add(problems, check(schema, value, place, seen));
            }
        }
    }

    private List<Problem> failures(ListNode schemas, @Nullable Object value, String place, Seen seen) {
        List<Problem> failures = new ArrayList<>();
        for (Node schema : schemas) {
            Seen mine = new Seen();
            Problem problem = check(schema, value, place, mine);
            if (problem == null) {
                seen.properties.addAll(mine.properties);
                seen.items.addAll(mine.items);
            } else {
                failures.add(problem);
            }
        }
        return failures;
    }

    private void oneOf(ListNode schemas, @Nullable Object value, String place, List<Problem> problems, Seen seen) {
        List<Problem> failures = new ArrayList<>();
        int matched = -1;
        for (int i = 0; i < schemas.size(); i++) {
            Seen mine = new Seen();
            Problem problem = check(schemas.get(i), value, place, mine);
            if (problem != null) {
                failures.add(problem);
            } else if (matched >= 0) {
                problems.add(Problem.of(place, "'oneOf' failed, subschemas " + matched + ", " + i + " matched"));
                return;
            } else {
                matched = i;
                seen.properties.addAll(mine.properties);
                seen.items.addAll(mine.items);
            }
        }
        if (!schemas.isEmpty() && matched < 0) {
            problems.add(new Problem(place, "'oneOf' failed, none matched", failures, Problem.Kind.PLAIN));
        }
    }

    private void unevaluated(
            MapNode keywords, @Nullable Object value, String place, List<Problem> problems, Seen seen) {
        Node properties = dialect.since(2019) ? keywords.get("unevaluatedProperties") : null;
        if (properties != null && value instanceof GoMap map) {
            map.entries().forEach((name, item) -> {
                if (!seen.properties.contains(name)) {
                    add(
                            problems,
                            check(
                                    properties,
                                    item,
                                    place + "/" + name.replace("~", "~0").replace("/", "~1"),
                                    new Seen()));
                }
            });
            seen.properties.addAll(map.entries().keySet());
        }
        Node items = dialect.since(2019) ? keywords.get("unevaluatedItems") : null;
        if (items != null && value instanceof GoList list) {
            for (int i = 0; i < list.size(); i++) {
                if (!seen.items.contains(i)) {
                    item(items, list, i, place, problems, seen);
                }
            }
        }
    }
}
