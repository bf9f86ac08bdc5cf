package dev.drydock.cel.check;

import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Issue;
import dev.drydock.cel.ast.Reference;
import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import dev.drydock.cel.type.WellKnownTypes;
import dev.drydock.cel.value.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Checks an expression against declarations (cel-go, checker/checker.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Checker {

    private final Ast ast;
    private final Declarations declarations;
    private final Unification unification = new Unification();
    private final Map<Long, CelType> types = new HashMap<>();
    private final Map<Long, Reference> references = new HashMap<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Scopes scopes = new Scopes();
    private final Calls calls;

    private Checker(Ast ast, Declarations declarations) {
        this.ast = ast;
        this.declarations = declarations;
        this.calls = new Calls(this, unification);
    }

    /**
     * What became of an expression.
     *
     * @param ast the checked expression; not usable where there are issues
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Result(Ast ast, List<Issue> issues) {}

    /** Checks a parsed expression. */
    public static Result check(Ast parsed, Declarations declarations) {
        Checker checker = new Checker(parsed, declarations);
        Expr resolved = checker.check(parsed.expression());
        Map<Long, CelType> types = new HashMap<>();
        checker.types.forEach((id, type) -> types.put(id, checker.unification.substitute(type, true)));
        return new Result(
                new Ast(resolved, parsed.source(), parsed.offsets(), types, checker.references),
                List.copyOf(checker.issues));
    }

    Expr check(Expr expr) {
        if (expr instanceof Expr.Literal literal) {
            type(expr, literal.value().type());
            return expr;
        }
        if (expr instanceof Expr.Identifier name) {
            return identifier(name);
        }
        if (expr instanceof Expr.Select select) {
            return select(select);
        }
        if (expr instanceof Expr.Call call) {
            return calls.check(call);
        }
        if (expr instanceof Expr.ListLiteral list) {
            return list(list);
        }
        if (expr instanceof Expr.MapLiteral map) {
            return map(map);
        }
        if (expr instanceof Expr.StructLiteral struct) {
            return struct(struct);
        }
        return comprehension((Expr.Comprehension) expr);
    }

    private Expr identifier(Expr.Identifier expr) {
        @Nullable CelType type = lookup(expr.name());
        if (type == null) {
            type(expr, CelType.ERROR);
            undeclared(expr.id(), expr.name());
            return expr;
        }
        return resolved(expr.id(), expr.name(), type);
    }

    private Expr resolved(long id, String name, CelType type) {
        types.put(id, type);
        references.put(id, Reference.name(plain(name)));
        return new Expr.Identifier(id, plain(name));
    }

    private Expr select(Expr.Select expr) {
        @Nullable String qualified = qualifiedName(expr);
        @Nullable CelType whole = qualified == null ? null : lookup(qualified);
        if (qualified != null && whole != null) {
            return resolved(expr.id(), qualified, whole);
        }
        Expr operand = check(expr.operand());
        CelType result = field(expr.id(), operand, expr.field(), false);
        type(expr, expr.testOnly() ? CelType.BOOL : unification.substitute(result, false));
        return new Expr.Select(expr.id(), operand, expr.field(), expr.testOnly());
    }

    /** The type of a field of a checked operand. */
    CelType field(long id, Expr operand, String field, boolean optional) {
        CelType operandType = unification.substitute(type(operand), false);
        @Nullable CelType unwrapped = Unification.unwrapOptional(operandType);
        CelType target = unwrapped == null ? operandType : unwrapped;
        CelType result = CelType.ERROR;
        switch (target.kind()) {
            case MAP -> result = target.parameters().get(1);
            case OBJECT -> {
                @Nullable CelType found = fieldType(id, target.name(), field);
                result = found == null ? CelType.ERROR : found;
            }
            case TYPE_PARAMETER -> {
                unification.assignable(CelType.DYN, target);
                result = CelType.DYN;
            }
            default -> {
                if (!Unification.isDynOrError(target)) {
                    report(id, "type '" + TypeNames.format(target) + "' does not support field selection");
                }
                result = CelType.DYN;
            }
        }
        return unwrapped != null || optional ? CelType.optional(result) : result;
    }

    private Expr list(Expr.ListLiteral expr) {
        @Nullable CelType joined = null;
        List<Expr> elements = new ArrayList<>();
        for (int i = 0; i < expr.elements().size(); i++) {
            Expr element = check(expr.elements().get(i));
            elements.add(element);
            CelType type = expr.optional().contains(i) ? unwrapped(element) : type(element);
            joined = join(element, joined, type);
        }
        type(expr, CelType.list(joined == null ? unification.fresh() : joined));
        return new Expr.ListLiteral(expr.id(), elements, expr.optional());
    }

    private Expr map(Expr.MapLiteral expr) {
        @Nullable CelType keys = null;
        @Nullable CelType values = null;
        List<Expr.Entry> entries = new ArrayList<>();
        for (Expr.Entry entry : expr.entries()) {
            Expr key = check(entry.key());
            keys = join(key, keys, type(key));
            Expr value = check(entry.value());
            values = join(value, values, entry.optional() ? unwrapped(value) : type(value));
            entries.add(new Expr.Entry(entry.id(), key, value, entry.optional()));
        }
        CelType keyType = keys == null ? unification.fresh() : keys;
        type(expr, CelType.map(keyType, values == null ? unification.fresh() : values));
        return new Expr.MapLiteral(expr.id(), entries);
    }

    private Expr struct(Expr.StructLiteral expr) {
        String name = plain(expr.typeName());
        @Nullable CelType declared = lookup(name);
        if (declared == null) {
            undeclared(expr.id(), expr.typeName());
            type(expr, CelType.ERROR);
            return expr;
        }
        references.put(expr.id(), Reference.name(name));
        CelType result = CelType.ERROR;
        if (declared.kind() == Kind.TYPE && !declared.parameters().isEmpty()) {
            CelType made = declared.parameters().get(0);
            @Nullable String known = WellKnownTypes.name(made);
            if (known != null || made.kind() == Kind.OBJECT) {
                result = made;
                name = known == null ? made.name() : known;
            } else {
                report(expr.id(), "'" + made.name() + "' is not a message type");
            }
        } else if (declared.kind() != Kind.ERROR) {
            report(expr.id(), "'" + declared.name() + "' is not a type");
        }
        type(expr, result);
        List<Expr.Field> fields = new ArrayList<>();
        for (Expr.Field field : expr.fields()) {
            Expr value = check(field.value());
            @Nullable CelType found = fieldType(field.id(), name, field.name());
            CelType fieldType = found == null ? CelType.ERROR : found;
            CelType valueType = field.optional() ? unwrapped(value) : type(value);
            if (!unification.assignable(fieldType, valueType)) {
                report(
                        field.id(),
                        "expected type of field '" + field.name() + "' is '" + TypeNames.format(fieldType)
                                + "' but provided type is '" + TypeNames.format(valueType) + "'");
            }
            fields.add(new Expr.Field(field.id(), field.name(), value, field.optional()));
        }
        return new Expr.StructLiteral(expr.id(), name, fields);
    }

    private Expr comprehension(Expr.Comprehension expr) {
        Expr range = check(expr.range());
        Expr initial = check(expr.initial());
        CelType rangeType = unification.substitute(type(range), false);
        CelType accumulator = type(initial);
        @Nullable String second = expr.secondVariable();
        scopes.enter();
        scopes.declare(expr.accumulator(), accumulator);
        CelType first = CelType.DYN;
        CelType other = CelType.DYN;
        switch (rangeType.kind()) {
            case LIST -> {
                first = second == null ? rangeType.parameters().get(0) : CelType.INT;
                other = rangeType.parameters().get(0);
            }
            case MAP -> {
                first = rangeType.parameters().get(0);
                other = rangeType.parameters().get(1);
            }
            case DYN, ERROR, TYPE_PARAMETER -> unification.assignable(CelType.DYN, rangeType);
            default -> {
                report(
                        range.id(),
                        "expression of type '" + TypeNames.format(rangeType)
                                + "' cannot be range of a comprehension (must be list, map, or dynamic)");
                first = CelType.ERROR;
                other = CelType.ERROR;
            }
        }
        scopes.enter();
        scopes.declare(expr.variable(), first);
        if (second != null) {
            scopes.declare(second, other);
        }
        Expr condition = check(expr.condition());
        expect(condition, CelType.BOOL);
        Expr step = check(expr.step());
        expect(step, accumulator);
        scopes.exit();
        Expr result = check(expr.result());
        scopes.exit();
        type(expr, unification.substitute(type(result), false));
        return new Expr.Comprehension(
                expr.id(), expr.variable(), second, range, expr.accumulator(), initial, condition, step, result);
    }

    private void expect(Expr expr, CelType type) {
        if (!unification.assignable(type, type(expr))) {
            mismatch(expr.id(), type, type(expr));
        }
    }

    /** The type that an element, key or value written with a question mark contributes. */
    private CelType unwrapped(Expr expr) {
        CelType type = type(expr);
        @Nullable CelType unwrapped = Unification.unwrapOptional(type);
        if (unwrapped != null) {
            return unwrapped;
        }
        if (!Unification.isDyn(type)) {
            mismatch(expr.id(), CelType.optional(type), type);
        }
        return type;
    }

    private CelType join(Expr expr, @Nullable CelType previous, CelType current) {
        if (previous == null) {
            return current;
        }
        if (unification.assignable(previous, current)) {
            return Unification.mostGeneral(previous, current);
        }
        if (!declarations.homogeneous()) {
            return CelType.DYN;
        }
        mismatch(expr.id(), previous, current);
        return CelType.ERROR;
    }

    private @Nullable CelType fieldType(long id, String type, String field) {
        if (WellKnownTypes.type(type) == null && declarations.types().type(type) == null) {
            report(id, "unexpected failed resolution of '" + type + "'");
            return null;
        }
        @Nullable CelType known = WellKnownTypes.field(type, field);
        @Nullable CelType found = known == null ? declarations.types().field(type, field) : known;
        if (found == null) {
            report(id, "undefined field '" + field + "'");
        }
        return found;
    }

    private @Nullable CelType lookup(String name) {
        @Nullable CelType local = scopes.find(plain(name));
        return local != null ? local : declarations.identifier(plain(name));
    }

    @Nullable
    FunctionDeclaration function(String name) {
        @Nullable FunctionDeclaration function = declarations.functions().get(plain(name));
        return function == null || !function.declared() ? null : function;
    }

    CelType type(Expr expr) {
        return types.getOrDefault(expr.id(), CelType.ERROR);
    }

    void type(Expr expr, CelType type) {
        types.put(expr.id(), type);
    }

    void reference(Expr expr, Reference reference) {
        references.put(expr.id(), reference);
    }

    void undeclared(long id, String name) {
        report(id, "undeclared reference to '" + name + "' (in container '')");
    }

    void mismatch(long id, CelType expected, CelType found) {
        report(id, "expected type '" + TypeNames.format(expected) + "' but found '" + TypeNames.format(found) + "'");
    }

    void report(long id, String message) {
        issues.add(Issue.at(ast.source(), ast.offsets().getOrDefault(id, 0), message));
    }

    /** The name that a chain of selections may be, or null. */
    static @Nullable String qualifiedName(Expr expr) {
        if (expr instanceof Expr.Identifier name) {
            return name.name();
        }
        if (expr instanceof Expr.Select select && !select.testOnly()) {
            @Nullable String operand = qualifiedName(select.operand());
            return operand == null ? null : operand + "." + select.field();
        }
        return null;
    }

    private static String plain(String name) {
        return name.startsWith(".") ? name.substring(1) : name;
    }

    /** The text of a literal, or null. */
    static @Nullable String text(Expr expr) {
        return expr instanceof Expr.Literal literal && literal.value() instanceof Scalar.Text text
                ? text.value()
                : null;
    }
}
