package dev.drydock.cel.check;

import dev.drydock.cel.ast.Expr;
import dev.drydock.cel.ast.Reference;
import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Chooses the overloads of calls (cel-go, checker/checker.go, checkCall and resolveOverload). */
final class Calls {

    private final Checker checker;
    private final Unification unification;

    Calls(Checker checker, Unification unification) {
        this.checker = checker;
        this.unification = unification;
    }

    Expr check(Expr.Call call) {
        if (call.function().equals("_?._")) {
            return optionalSelection(call);
        }
        List<Expr> arguments = new ArrayList<>();
        for (Expr argument : call.arguments()) {
            arguments.add(checker.check(argument));
        }
        @Nullable Expr target = call.target();
        if (target == null) {
            return global(call, call.function(), arguments);
        }
        @Nullable String prefix = Checker.qualifiedName(target);
        if (prefix != null && checker.function(prefix + "." + call.function()) != null) {
            return global(call, prefix + "." + call.function(), arguments);
        }
        Expr checkedTarget = checker.check(target);
        Expr checked = new Expr.Call(call.id(), checkedTarget, call.function(), arguments);
        @Nullable FunctionDeclaration function = checker.function(call.function());
        if (function == null) {
            checker.type(call, CelType.ERROR);
            checker.undeclared(call.id(), call.function());
            return checked;
        }
        List<Expr> all = new ArrayList<>();
        all.add(checkedTarget);
        all.addAll(arguments);
        resolve(call, function, all, true);
        return checked;
    }

    private Expr global(Expr.Call call, String name, List<Expr> arguments) {
        @Nullable FunctionDeclaration function = checker.function(name);
        if (function == null) {
            checker.undeclared(call.id(), name);
            checker.type(call, CelType.ERROR);
            return new Expr.Call(call.id(), null, name, arguments);
        }
        resolve(call, function, arguments, false);
        return new Expr.Call(call.id(), null, function.name(), arguments);
    }

    private Expr optionalSelection(Expr.Call call) {
        Expr operand = call.arguments().get(0);
        Expr field = call.arguments().get(1);
        @Nullable String name = Checker.text(field);
        if (name == null) {
            checker.report(field.id(), "unsupported optional field selection: " + field);
            return call;
        }
        Expr checked = checker.check(operand);
        CelType result = checker.field(call.id(), checked, name, true);
        checker.type(call, unification.substitute(result, false));
        checker.reference(call, Reference.overloads(List.of("select_optional_field")));
        return new Expr.Call(call.id(), null, call.function(), List.of(checked, field));
    }

    private void resolve(Expr.Call call, FunctionDeclaration function, List<Expr> arguments, boolean member) {
        List<CelType> types = new ArrayList<>();
        arguments.forEach(argument -> types.add(checker.type(argument)));
        if (!member && (function.name().equals("_&&_") || function.name().equals("_||_"))) {
            logic(call, function, arguments);
            return;
        }
        @Nullable CelType result = null;
        List<String> fitting = new ArrayList<>();
        for (Overload overload : function.overloads()) {
            if (overload.member() != member || overload.parameters().size() != types.size()) {
                continue;
            }
            Map<CelType, CelType> fresh = new HashMap<>();
            List<CelType> parameters = new ArrayList<>();
            for (CelType parameter : overload.parameters()) {
                parameters.add(instance(parameter, fresh));
            }
            CelType declared = instance(overload.result(), fresh);
            if (unification.assignable(types, parameters)) {
                fitting.add(overload.id());
                CelType actual = unification.substitute(declared, false);
                if (result == null) {
                    result = actual;
                } else if (!Unification.isDyn(result) && !actual.equals(result)) {
                    result = CelType.DYN;
                }
            }
        }
        if (result == null) {
            types.replaceAll(type -> unification.substitute(type, true));
            checker.report(
                    call.id(),
                    "found no matching overload for '" + function.name() + "' applied to '"
                            + TypeNames.signature(types, member) + "'");
            checker.type(call, CelType.ERROR);
            return;
        }
        checker.type(call, result);
        checker.reference(call, Reference.overloads(fitting));
    }

    private void logic(Expr.Call call, FunctionDeclaration function, List<Expr> arguments) {
        boolean wrong = false;
        for (Expr argument : arguments) {
            CelType type = checker.type(argument);
            if (!unification.assignable(type, CelType.BOOL)) {
                checker.mismatch(argument.id(), CelType.BOOL, type);
                wrong = true;
            }
        }
        checker.type(call, wrong ? CelType.ERROR : CelType.BOOL);
        if (!wrong) {
            checker.reference(
                    call,
                    Reference.overloads(List.of(function.overloads().get(0).id())));
        }
    }

    /** The type with parameters of its own instead of the declared ones. */
    private CelType instance(CelType type, Map<CelType, CelType> fresh) {
        if (type.kind() == Kind.TYPE_PARAMETER) {
            return fresh.computeIfAbsent(type, parameter -> unification.fresh());
        }
        if (type.parameters().isEmpty()) {
            return type;
        }
        List<CelType> parameters = new ArrayList<>();
        for (CelType parameter : type.parameters()) {
            parameters.add(instance(parameter, fresh));
        }
        return new CelType(type.kind(), type.name(), parameters);
    }
}
