package dev.drydock.helm.template;

import dev.drydock.helm.template.TemplateNode.Chain;
import dev.drydock.helm.template.TemplateNode.Command;
import dev.drydock.helm.template.TemplateNode.Field;
import dev.drydock.helm.template.TemplateNode.Identifier;
import dev.drydock.helm.template.TemplateNode.Pipe;
import dev.drydock.helm.template.TemplateNode.Variable;
import dev.drydock.helm.value.Arguments;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoInt;
import dev.drydock.helm.value.GoList;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoObject;
import dev.drydock.helm.value.GoType;
import dev.drydock.helm.value.GoTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes pipelines. A value here is one of Go's values, a {@link Held} interface or {@link Absent}; the order of evaluation
 * decides where errors are said to be, so it follows exec.go to the letter.
 */
final class Evaluation {

    private final Execution state;

    Evaluation(Execution state) {
        this.state = state;
    }

    Object pipeline(Object dot, Pipe pipe) {
        state.at(pipe);
        Object value = Absent.MISSING;
        for (Command command : pipe.commands()) {
            value = Held.unwrap(command(dot, command, value));
        }
        for (Variable variable : pipe.declarations()) {
            if (pipe.isAssign()) {
                state.set(variable.names().get(0), value);
            } else {
                state.push(variable.names().get(0), value);
            }
        }
        return value;
    }

    private Object command(Object dot, Command command, Object last) {
        List<TemplateNode> arguments = command.arguments();
        TemplateNode first = arguments.get(0);
        if (first instanceof Field field) {
            return field(dot, field, arguments, last);
        }
        if (first instanceof Chain chain) {
            return chain(dot, chain, arguments, last);
        }
        if (first instanceof Identifier identifier) {
            return function(dot, identifier, command, arguments, last);
        }
        if (first instanceof Pipe pipe) {
            notAFunction(arguments, last);
            return pipeline(dot, pipe);
        }
        if (first instanceof Variable variable) {
            return variable(variable, dot, arguments, last);
        }
        state.at(first);
        notAFunction(arguments, last);
        if (first instanceof TemplateNode.Bool bool) {
            return bool.value();
        }
        if (first instanceof TemplateNode.Dot) {
            return dot;
        }
        if (first instanceof TemplateNode.Numeral number) {
            return constant(number);
        }
        if (first instanceof TemplateNode.Str string) {
            return string.text();
        }
        throw state.error("nil is not a command");
    }

    private void notAFunction(List<TemplateNode> arguments, Object last) {
        if (arguments.size() > 1 || last != Absent.MISSING) {
            throw state.error(
                    "can't give argument to non-function " + arguments.get(0).shown());
        }
    }

    private Object constant(TemplateNode.Numeral number) {
        state.at(number);
        if (number.complex()) {
            throw new LimitException("complex numbers in templates");
        }
        String text = number.text();
        boolean hexadecimal = text.length() > 2 && text.matches("0[xX][^pP]*");
        boolean isFloat = !hexadecimal && !text.startsWith("'") && text.matches(".*[.eEpP].*");
        if (isFloat && number.floating() != null) {
            return number.floating();
        }
        Long integer = number.integer();
        if (integer == null) {
            throw state.error(text + " overflows int");
        }
        return GoInt.of(integer);
    }

    private Object field(Object dot, Field field, @Nullable List<TemplateNode> arguments, Object last) {
        state.at(field);
        return fields(dot, dot, field, field.names(), arguments, last);
    }

    private Object chain(Object dot, Chain chain, @Nullable List<TemplateNode> arguments, Object last) {
        state.at(chain);
        if (chain.node() instanceof TemplateNode.Nil) {
            throw state.error("indirection through explicit nil in " + chain.shown());
        }
        Object receiver = argument(dot, GoType.VALUE, chain.node());
        return fields(dot, receiver, chain, chain.names(), arguments, last);
    }

    private Object variable(Variable variable, Object dot, @Nullable List<TemplateNode> arguments, Object last) {
        state.at(variable);
        Object value = state.get(variable.names().get(0));
        if (variable.names().size() == 1) {
            if (arguments != null) {
                notAFunction(arguments, last);
            }
            return value;
        }
        List<String> names = variable.names().subList(1, variable.names().size());
        return fields(dot, value, variable, names, arguments, last);
    }

    private Object fields(
            Object dot,
            Object receiver,
            TemplateNode node,
            List<String> names,
            @Nullable List<TemplateNode> arguments,
            Object last) {
        Object value = receiver;
        for (int i = 0; i < names.size() - 1; i++) {
            value = member(dot, names.get(i), node, null, Absent.MISSING, value);
        }
        return member(dot, names.get(names.size() - 1), node, arguments, last, value);
    }

    private Object member(
            Object dot,
            String name,
            TemplateNode node,
            @Nullable List<TemplateNode> arguments,
            Object last,
            Object receiver) {
        if (receiver instanceof Absent) {
            return Absent.INVALID;
        }
        String type = receiver instanceof Held ? "interface {}" : GoTypes.type(receiver);
        Object inner = Held.unwrap(receiver);
        if (inner == Absent.INVALID) {
            throw state.error("nil pointer evaluating " + type + "." + name);
        }
        GoFunction method = state.set.method(inner, name);
        if (method != null) {
            return call(dot, method, false, node, name, arguments, last);
        }
        boolean hasArguments = (arguments != null && arguments.size() > 1) || last != Absent.MISSING;
        if (inner instanceof GoObject object && object.hasField(name)) {
            if (hasArguments) {
                throw state.error(name + " has arguments but cannot be invoked as function");
            }
            Object value = object.field(name);
            return value == null ? new Held(null) : value;
        }
        if (inner instanceof GoMap map) {
            if (hasArguments) {
                throw state.error(name + " is not a method but has arguments");
            }
            return item(map, name);
        }
        throw state.error("can't evaluate field " + name + " in type " + type);
    }

    /** The value of a key, the zero value when it is absent (missingkey=zero). */
    static Object item(GoMap map, String key) {
        Object value = map.get(key);
        if (map.holdsAny()) {
            return new Held(value);
        }
        if (value != null) {
            return value;
        }
        return map.elementType().equals("string") ? "" : GoList.bytes(new byte[0]);
    }

    private Object function(
            Object dot,
            Identifier identifier,
            TemplateNode command,
            @Nullable List<TemplateNode> arguments,
            Object last) {
        state.at(identifier);
        GoFunction function = state.set.function(identifier.name());
        boolean builtin = function == null;
        if (function == null) {
            function = Builtins.FUNCTIONS.get(identifier.name());
        }
        if (function == null) {
            throw state.error(dev.drydock.yaml.GoQuote.quote(identifier.name()) + " is not a defined function");
        }
        return call(dot, function, builtin, command, identifier.name(), arguments, last);
    }

    private Object call(
            Object dot,
            GoFunction function,
            boolean builtin,
            TemplateNode node,
            String name,
            @Nullable List<TemplateNode> all,
            Object last) {
        List<TemplateNode> arguments = all == null ? List.of() : all.subList(1, all.size());
        List<GoType> types = function.parameters();
        boolean fed = last != Absent.MISSING;
        int given = arguments.size() + (fed ? 1 : 0);
        int fixed = function.variadic() ? types.size() - 1 : arguments.size();
        if (function.variadic() ? given < fixed : given != types.size()) {
            throw state.error("wrong number of args for " + name + ": want "
                    + (function.variadic()
                            ? "at least " + fixed + " got " + arguments.size()
                            : types.size() + " got " + given));
        }
        if (builtin && (name.equals("and") || name.equals("or"))) {
            return shortCircuit(dot, name.equals("or"), arguments, last);
        }
        List<@Nullable Object> values = new ArrayList<>(given);
        for (int i = 0; i < arguments.size(); i++) {
            GoType type = types.get(Math.min(i, types.size() - 1));
            values.add(passed(type, argument(dot, type, arguments.get(i))));
        }
        if (fed) {
            GoType type = types.get(Math.min(given, types.size()) - 1);
            values.add(passed(type, checked(last, type)));
        }
        if (builtin && name.equals("call")) {
            values.add(
                    0,
                    arguments.isEmpty()
                            ? reflected(Held.plain(last))
                            : arguments.get(0).shown());
        }
        state.set.budget().call(name, values);
        try {
            Object made = function.body().call(new Arguments(values));
            state.set.budget().make(made);
            return Held.of(made);
        } catch (GoException e) {
            state.at(node);
            throw state.error("error calling " + name + ": " + e.getMessage(), e);
        }
    }

    /** As reflect.Value's String has it. */
    private static String reflected(@Nullable Object value) {
        return value instanceof String text ? text : "<" + GoTypes.type(value) + " Value>";
    }

    private static @Nullable Object passed(GoType type, Object value) {
        return type == GoType.VALUE ? value : Held.plain(value);
    }

    private Object shortCircuit(Object dot, boolean isOr, List<TemplateNode> arguments, Object last) {
        Object value = Absent.INVALID;
        for (TemplateNode argument : arguments) {
            value = argument(dot, GoType.VALUE, argument);
            if (GoTypes.truth(Held.plain(value)) == isOr) {
                return value;
            }
        }
        return last == Absent.MISSING ? value : last;
    }

    /** The value, when it can be passed as a parameter of the type. */
    private Object checked(Object value, GoType type) {
        if (value == Absent.INVALID) {
            if (type.isNilable()) {
                return type == GoType.VALUE ? value : new Held(null);
            }
            throw state.error("invalid value; expected " + type);
        }
        if (type == GoType.ANY || type == GoType.VALUE) {
            return value;
        }
        Object inner = value instanceof Held held ? held.value() : value;
        if (inner != null && type.accepts(inner)) {
            return inner;
        }
        throw state.error("wrong type for value; expected " + type + "; got "
                + (inner == null ? "interface {}" : GoTypes.type(inner)));
    }

    private Object argument(Object dot, GoType type, TemplateNode node) {
        state.at(node);
        if (node instanceof TemplateNode.Dot) {
            return checked(dot, type);
        }
        if (node instanceof TemplateNode.Nil) {
            if (type.isNilable()) {
                return type == GoType.VALUE ? Absent.INVALID : new Held(null);
            }
            throw state.error("cannot assign nil to " + type);
        }
        if (node instanceof Field field) {
            return checked(field(dot, field, null, Absent.MISSING), type);
        }
        if (node instanceof Variable variable) {
            return checked(variable(variable, dot, null, Absent.MISSING), type);
        }
        if (node instanceof Pipe pipe) {
            return checked(pipeline(dot, pipe), type);
        }
        if (node instanceof Identifier identifier) {
            return checked(function(dot, identifier, identifier, null, Absent.MISSING), type);
        }
        if (node instanceof Chain chain) {
            return checked(chain(dot, chain, null, Absent.MISSING), type);
        }
        return literal(type, node);
    }

    /** A literal becomes a value of the type that is asked for. */
    private Object literal(GoType type, TemplateNode node) {
        state.at(node);
        switch (type) {
            case ANY, VALUE -> {
                if (node instanceof TemplateNode.Bool bool) {
                    return bool.value();
                }
                if (node instanceof TemplateNode.Numeral number) {
                    return constant(number);
                }
                if (node instanceof TemplateNode.Str string) {
                    return string.text();
                }
            }
            case BOOL -> {
                if (node instanceof TemplateNode.Bool bool) {
                    return bool.value();
                }
                throw state.error("expected bool; found " + node.shown());
            }
            case FLOAT64 -> {
                if (node instanceof TemplateNode.Numeral number && number.floating() != null) {
                    return number.floating();
                }
                throw state.error("expected float; found " + node.shown());
            }
            case INT -> {
                if (node instanceof TemplateNode.Numeral number && number.integer() != null) {
                    return GoInt.of(number.integer());
                }
                throw state.error("expected integer; found " + node.shown());
            }
            case UINT32 -> {
                if (node instanceof TemplateNode.Numeral number && number.unsigned() != null) {
                    return new GoInt(GoInt.Kind.UINT32, number.unsigned() & 0xffffffffL);
                }
                throw state.error("expected unsigned integer; found " + node.shown());
            }
            case STRING, HASH_ALGORITHM -> {
                if (node instanceof TemplateNode.Str string) {
                    return string.text();
                }
                throw state.error("expected string; found " + node.shown());
            }
            default -> {
                // no literal is of this type
            }
        }
        throw state.error("can't handle " + node.shown() + " for arg of type " + type);
    }
}
