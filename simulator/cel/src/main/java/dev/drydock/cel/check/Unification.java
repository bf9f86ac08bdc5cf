package dev.drydock.cel.check;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.type.CelType.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What type parameters stand for, as far as it is known, and which types fit which (cel-go, checker/types.go). */
final class Unification {

    private final Map<CelType, CelType> bindings = new HashMap<>();
    /** What each binding replaced, so that an attempt that fails leaves no trace. */
    private final List<Undo> log = new ArrayList<>();

    private int variables;

    private record Undo(CelType parameter, @Nullable CelType before) {}

    /** A type parameter that stands for nothing yet. */
    CelType fresh() {
        return CelType.parameter("_var" + variables++);
    }

    /** Whether the first fits the second; what that binds is kept only if it does. */
    boolean assignable(CelType first, CelType second) {
        return assignable(List.of(first), List.of(second));
    }

    /** Whether types fit others of the same number, one by one. */
    boolean assignable(List<CelType> first, List<CelType> second) {
        int mark = log.size();
        if (allFit(first, second)) {
            return true;
        }
        while (log.size() > mark) {
            Undo undo = log.remove(log.size() - 1);
            if (undo.before == null) {
                bindings.remove(undo.parameter);
            } else {
                bindings.put(undo.parameter, undo.before);
            }
        }
        return false;
    }

    /** The type with what its parameters stand for; those that stand for nothing become dyn where that is wanted. */
    CelType substitute(CelType type, boolean freeToDyn) {
        return substitute(bindings, type, freeToDyn);
    }

    static CelType substitute(Map<CelType, CelType> bindings, CelType type, boolean freeToDyn) {
        if (type.kind() == Kind.TYPE_PARAMETER) {
            @Nullable CelType bound = bindings.get(type);
            if (bound != null) {
                return substitute(bindings, bound, freeToDyn);
            }
            return freeToDyn ? CelType.DYN : type;
        }
        if (type.parameters().isEmpty() || type.kind() == Kind.WRAPPER) {
            return type;
        }
        List<CelType> parameters = new ArrayList<>();
        for (CelType parameter : type.parameters()) {
            parameters.add(substitute(bindings, parameter, freeToDyn));
        }
        return new CelType(type.kind(), type.name(), parameters);
    }

    private boolean allFit(List<CelType> first, List<CelType> second) {
        if (first.size() != second.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            if (!fits(first.get(i), second.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(CelType first, CelType second) {
        if (second.kind() == Kind.TYPE_PARAMETER) {
            if (substitutes(first, second)) {
                return true;
            }
            if (first.equals(second) || bindings.containsKey(second)) {
                return false;
            }
        }
        if (first.kind() == Kind.TYPE_PARAMETER) {
            return substitutes(second, first);
        }
        if (isDynOrError(first) || isDynOrError(second)) {
            return true;
        }
        if (first.kind() == Kind.NULL) {
            return isNullable(second);
        }
        if (second.kind() == Kind.NULL) {
            return isNullable(first);
        }
        if (first.kind() == Kind.WRAPPER || second.kind() == Kind.WRAPPER) {
            return unwrapped(first).equals(unwrapped(second));
        }
        return switch (first.kind()) {
            case TYPE -> second.kind() == Kind.TYPE;
            case OPAQUE, LIST, MAP ->
                first.kind() == second.kind()
                        && first.name().equals(second.name())
                        && allFit(first.parameters(), second.parameters());
            default -> first.equals(second);
        };
    }

    /** Whether a parameter can stand for the type; it does from then on. */
    private boolean substitutes(CelType type, CelType parameter) {
        if (type.equals(parameter)) {
            return true;
        }
        @Nullable CelType bound = bindings.get(parameter);
        if (bound != null) {
            if (type.equals(bound)) {
                return true;
            }
            if (!fits(type, bound)) {
                return false;
            }
            CelType general = mostGeneral(type, bound);
            if (!occurs(parameter, general)) {
                bind(parameter, general);
            }
            return true;
        }
        if (occurs(parameter, type)) {
            return false;
        }
        bind(parameter, type);
        return true;
    }

    private void bind(CelType parameter, CelType type) {
        log.add(new Undo(parameter, bindings.put(parameter, type)));
    }

    private boolean occurs(CelType parameter, CelType within) {
        if (parameter.equals(within)) {
            return true;
        }
        if (within.kind() == Kind.TYPE_PARAMETER) {
            @Nullable CelType bound = bindings.get(within);
            return bound != null && occurs(parameter, bound);
        }
        return within.parameters().stream().anyMatch(part -> occurs(parameter, part));
    }

    /** The one of two types that fit each other which says less. */
    static CelType mostGeneral(CelType first, CelType second) {
        return isEqualOrLessSpecific(first, second) ? first : second;
    }

    private static boolean isEqualOrLessSpecific(CelType first, CelType second) {
        if (isDyn(first) || first.kind() == Kind.TYPE_PARAMETER) {
            return true;
        }
        if (isDyn(second) || second.kind() == Kind.TYPE_PARAMETER || first.kind() != second.kind()) {
            return false;
        }
        return switch (first.kind()) {
            case OPAQUE, LIST, MAP -> {
                List<CelType> parts = first.parameters();
                boolean all = first.name().equals(second.name())
                        && parts.size() == second.parameters().size();
                for (int i = 0; all && i < parts.size(); i++) {
                    all = isEqualOrLessSpecific(
                            parts.get(i), second.parameters().get(i));
                }
                yield all;
            }
            case TYPE -> true;
            default -> first.equals(second);
        };
    }

    static boolean isDyn(CelType type) {
        return type.kind() == Kind.DYN || type.kind() == Kind.ANY;
    }

    static boolean isDynOrError(CelType type) {
        return isDyn(type) || type.kind() == Kind.ERROR;
    }

    private static boolean isNullable(CelType type) {
        return switch (type.kind()) {
            case OPAQUE, OBJECT, ANY, DURATION, TIMESTAMP, NULL, WRAPPER -> true;
            default -> false;
        };
    }

    private static CelType unwrapped(CelType type) {
        return type.kind() == Kind.WRAPPER ? type.parameters().get(0) : type;
    }

    static @Nullable CelType unwrapOptional(CelType type) {
        return type.kind() == Kind.OPAQUE && type.name().equals("optional_type")
                ? type.parameters().get(0)
                : null;
    }
}
