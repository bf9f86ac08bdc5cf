package dev.drydock.kubernetes.crd;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.cost.CostEstimate;
import dev.drydock.cel.cost.KubernetesCosts;
import dev.drydock.cel.cost.SizeHints;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.interpret.ProgramException;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.schema.SchemaTypes;
import dev.drydock.cel.type.CelType;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the rules of one schema, typed by it (apiserver/schema/cel/compilation.go). */
final class RuleCompiler {

    /** The server makes up a number for each compilation, so that nobody relies on the name. */
    private static final String SELF_TYPE = "selfType1";

    private final MapNode schema;
    private final DeclaredType type;
    private final Environment environment;

    private RuleCompiler(MapNode schema, DeclaredType type) {
        this.schema = schema;
        this.type = type;
        this.environment =
                KubernetesExpressions.environment().with(DeclaredTypes.of(type)).with("self", type.type());
    }

    /** A compiler for the rules of a schema; null when the schema has no type in expressions. */
    static @Nullable RuleCompiler of(MapNode schema, boolean isResource) {
        DeclaredType type = SchemaTypes.of(schema, isResource, SELF_TYPE);
        return type == null ? null : new RuleCompiler(schema, type);
    }

    /** How often a value of the schema can stand in a request, as far as its size alone tells. */
    long maxCardinality() {
        return type.maxCardinality();
    }

    List<SchemaRule> compile() {
        List<SchemaRule> rules = new ArrayList<>();
        for (Node rule : schema.findList(RuleShapeRules.RULES)) {
            rules.add(rule(rule));
        }
        return rules;
    }

    private static SchemaRule wrong(Node rule, @Nullable String error) {
        return new SchemaRule(rule, null, error, false, 0, null, null, 0, "");
    }

    private SchemaRule rule(Node rule) {
        String text = rule.findText("rule");
        if (text.isBlank()) {
            return wrong(rule, null);
        }
        boolean optional = Node.of(true).equals(rule.find("optionalOldSelf"));
        Environment inside = environment.with("oldSelf", optional ? CelType.optional(type.type()) : type.type());
        Compilation compiled = inside.compile(text);
        Ast ast = compiled.ast();
        if (ast == null) {
            return wrong(rule, "compilation failed: " + compiled.errors());
        }
        if (!ast.resultType().equals(CelType.BOOL)) {
            return wrong(rule, "cel expression must evaluate to a bool");
        }
        boolean usesOldSelf =
                ast.references().values().stream().anyMatch(reference -> "oldSelf".equals(reference.name()));
        try {
            Program program = Program.of(ast, inside.declarations(), KubernetesExpressions.OPTIONS);
            return withMessage(new SchemaRule(rule, program, null, usesOldSelf, cost(ast), null, null, 0, ""), inside);
        } catch (ProgramException e) {
            return new SchemaRule(
                    rule, null, "program instantiation failed: " + e.getMessage(), usesOldSelf, 0, null, null, 0, "");
        }
    }

    private long cost(Ast ast) {
        return CostEstimate.of(ast, new KubernetesCosts(), SizeHints.of(type)).max();
    }

    private SchemaRule withMessage(SchemaRule rule, Environment inside) {
        String text = rule.rule().findText("messageExpression");
        if (text.isEmpty()) {
            return with(rule, null, null, 0);
        }
        Compilation compiled = inside.compile(text);
        Ast ast = compiled.ast();
        if (ast == null) {
            return with(rule, null, "messageExpression compilation failed: " + compiled.errors(), 0);
        }
        if (!ast.resultType().equals(CelType.STRING)) {
            return with(rule, null, "messageExpression must evaluate to a string", 0);
        }
        try {
            Program program = Program.of(ast, inside.declarations(), KubernetesExpressions.OPTIONS);
            return with(rule, program, null, cost(ast));
        } catch (ProgramException e) {
            return with(rule, null, "messageExpression instantiation failed: " + e.getMessage(), 0);
        }
    }

    /** A wrong message leaves the field path alone, too. */
    private SchemaRule with(SchemaRule rule, @Nullable Program message, @Nullable String error, long cost) {
        String path = rule.rule().findText("fieldPath");
        SchemaPath found = SchemaPath.find(path, schema, true);
        boolean named = error == null && !path.isEmpty() && found.problem() == null;
        return new SchemaRule(
                rule.rule(),
                rule.program(),
                rule.error(),
                rule.usesOldSelf(),
                rule.maxCost(),
                message,
                error,
                cost,
                named ? found.path() : "");
    }
}
