package dev.drydock.cel.interpret;

import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Reference;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.library.Patterns;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.TypeValue;
import dev.drydock.cel.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes steps of an expression (cel-go, interpreter/planner.go). */
final class Planner {

    private static final Set<String> CONVERSIONS =
            Set.of("bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "type", "uint");
    private static final Set<String> PATTERN_FUNCTIONS = Set.of("matches", "find", "findAll");

    private final Ast ast;
    private final Declarations declarations;
    private final ProgramOptions options;
    private final ObjectFactory objects;

    Planner(Ast ast, Declarations declarations, ProgramOptions options, ObjectFactory objects) {
        this.ast = ast;
        this.declarations = declarations;
        this.options = options;
        this.objects = new WellKnownObjects(objects);
    }

    Step plan(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            return new Constant(literal.value());
        }
        if (expr instanceof Expr.Identifier identifier) {
            return identifier(identifier);
        }
        if (expr instanceof Expr.Select select) {
            return select(select);
        }
        if (expr instanceof Expr.Call call) {
            return call(call);
        }
        if (expr instanceof Expr.ListLiteral list) {
            return list(list);
        }
        if (expr instanceof Expr.MapLiteral map) {
            return map(map);
        }
        if (expr instanceof Expr.StructLiteral object) {
            return object(object);
        }
        Expr.Comprehension fold = (Expr.Comprehension) expr;
        return new Fold(
                fold.accumulator(),
                fold.variable(),
                fold.secondVariable(),
                plan(fold.range()),
                plan(fold.initial()),
                plan(fold.condition()),
                plan(fold.step()),
                plan(fold.result()));
    }

    private Step identifier(Expr.Identifier identifier) {
        Reference reference = ast.references().get(identifier.id());
        if (reference != null) {
            return checked(identifier.id(), reference);
        }
        return new Attribute.Maybe(withoutDot(identifier.name()), declarations.typeNames());
    }

    private Step checked(long id, Reference reference) {
        CelType type = ast.types().get(id);
        if (type != null && type.kind() == Kind.TYPE) {
            return new Constant(new TypeValue(
                    type.parameters().isEmpty()
                            ? CelType.TYPE
                            : type.parameters().get(0)));
        }
        return new Attribute.Absolute(withoutDot(String.valueOf(reference.name())), declarations.typeNames());
    }

    private static String withoutDot(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    private Step select(Expr.Select select) {
        Reference reference = ast.references().get(select.id());
        if (reference != null) {
            return checked(select.id(), reference);
        }
        Attribute attribute = attribute(plan(select.operand()));
        Value key = Scalar.of(select.field());
        if (select.testOnly()) {
            return new Attribute.Present(attribute, key);
        }
        attribute.add(new Qualifier.Key(key, false));
        return attribute;
    }

    private static Attribute attribute(Step step) {
        return step instanceof Attribute attribute ? attribute : new Attribute.Relative(step);
    }

    private Step call(Expr.Call call) {
        Reference reference = ast.references().get(call.id());
        @Nullable Expr receiver = call.target();
        String function = withoutDot(call.function());
        String overload = reference != null && reference.overloads().size() == 1
                ? reference.overloads().get(0)
                : "";
        if (reference == null && receiver != null) {
            String qualified = qualifiedName(receiver);
            if (qualified != null && declarations.functions().contains(qualified + "." + function)) {
                function = qualified + "." + function;
                receiver = null;
            }
        }
        List<Step> arguments = new ArrayList<>();
        if (receiver != null) {
            arguments.add(plan(receiver));
        }
        call.arguments().forEach(argument -> arguments.add(plan(argument)));
        return switch (function) {
            case "_&&_" -> new Logic.Junction(arguments, false);
            case "_||_" -> new Logic.Junction(arguments, true);
            case "_?_:_" ->
                new Attribute.Conditional(
                        arguments.get(0),
                        attribute(arguments.get(1)).inBranch(),
                        attribute(arguments.get(2)).inBranch());
            case "_==_" -> new Logic.Comparison(arguments.get(0), arguments.get(1), true);
            case "_!=_" -> new Logic.Comparison(arguments.get(0), arguments.get(1), false);
            case "_[_]" -> index(arguments, false);
            case "_?._", "_[?_]" -> index(arguments, true);
            default -> function(call.id(), function, overload, arguments);
        };
    }

    private static Step index(List<Step> arguments, boolean optional) {
        Attribute attribute = attribute(arguments.get(0));
        Step key = arguments.get(1);
        attribute.add(
                key instanceof Constant constant
                        ? new Qualifier.Key(constant.value(), optional)
                        : new Qualifier.Computed(attribute(key).inBranch(), optional));
        return attribute;
    }

    private Step function(long id, String function, String overload, List<Step> arguments) {
        boolean optional = arguments.size() == 2 && (overload.isEmpty() || overload.startsWith("optional_or"));
        if (optional
                && (function.equals("or") || function.equals("orValue"))
                && declarations.functions().contains(function)) {
            return new Logic.Alternative(arguments.get(0), arguments.get(1), function.equals("orValue"));
        }
        Target target = Target.of(declarations.functions().get(function), function, overload, arguments.size(), id);
        Call call = new Call(function, overload, arguments, target);
        return options.optimize() ? optimized(call) : call;
    }

    private Step optimized(Call call) {
        List<Step> arguments = call.arguments();
        if (call.overload().equals("in_list") && arguments.get(1) instanceof Constant constant) {
            return membership(call, arguments.get(0), (ListValue) constant.value());
        }
        if (CONVERSIONS.contains(call.function()) && arguments.size() == 1 && arguments.get(0) instanceof Constant) {
            return constant(call);
        }
        if (PATTERN_FUNCTIONS.contains(call.function())
                && arguments.size() > 1
                && arguments.get(1) instanceof Constant constant
                && constant.value() instanceof Scalar.Text pattern) {
            try {
                Patterns.compile(pattern.value());
            } catch (PatternSyntaxException e) {
                throw new ProgramException(Patterns.message(e));
            }
            return new Call(call.function(), call.overload(), arguments, new Target.OfPattern(call.target()));
        }
        return call;
    }

    private static Step membership(Call call, Step element, ListValue list) {
        if (list.size() == 0) {
            return new Constant(Scalar.FALSE);
        }
        for (Value value : list) {
            if (!(value instanceof Scalar) || value instanceof Scalar.Null || value instanceof Scalar.Bytes) {
                return call;
            }
        }
        return new Membership(element, list);
    }

    private Step constant(Step step) {
        Value value = step.eval(new Frame.Root(Variables.NONE, new Meter(options)));
        if (value instanceof Failure failure) {
            throw new ProgramException(failure.message());
        }
        return new Constant(value);
    }

    private Step list(Expr.ListLiteral list) {
        List<Step> elements = list.elements().stream().map(this::plan).toList();
        Step step = new Literals.ListStep(elements, Set.copyOf(list.optional()));
        return options.optimize() && elements.stream().allMatch(Constant.class::isInstance) ? constant(step) : step;
    }

    private Step map(Expr.MapLiteral map) {
        List<Literals.EntryStep> entries = new ArrayList<>();
        boolean constant = true;
        for (Expr.Entry entry : map.entries()) {
            Step key = plan(entry.key());
            Step value = plan(entry.value());
            constant &= key instanceof Constant && value instanceof Constant;
            entries.add(new Literals.EntryStep(key, value, entry.optional()));
        }
        Step step = new Literals.MapStep(entries);
        return options.optimize() && constant ? constant(step) : step;
    }

    private Step object(Expr.StructLiteral object) {
        String type = withoutDot(object.typeName());
        if (!objects.knows(type)) {
            throw new ProgramException("unknown type: " + object.typeName());
        }
        List<Literals.FieldStep> fields = new ArrayList<>();
        for (Expr.Field field : object.fields()) {
            fields.add(new Literals.FieldStep(field.name(), plan(field.value()), field.optional()));
        }
        return new Literals.ObjectStep(type, fields, objects);
    }

    private @Nullable String qualifiedName(Expr expr) {
        if (ast.references().containsKey(expr.id())) {
            return null;
        }
        if (expr instanceof Expr.Identifier identifier) {
            return withoutDot(identifier.name());
        }
        if (expr instanceof Expr.Select select && !select.testOnly()) {
            String operand = qualifiedName(select.operand());
            return operand == null ? null : operand + "." + select.field();
        }
        return null;
    }
}
