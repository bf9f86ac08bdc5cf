package dev.drydock.cel.check;

import dev.drydock.cel.type.CelType;
import java.util.List;
import java.util.stream.Collectors;

/** How the checker's messages name types (cel-go, checker/format.go). */
final class TypeNames {

    private TypeNames() {}

    static String format(CelType type) {
        String parameters = type.parameters().stream().map(TypeNames::format).collect(Collectors.joining(", "));
        return switch (type.kind()) {
            case ANY -> "any";
            case DURATION -> "duration";
            case ERROR -> "!error!";
            case TIMESTAMP -> "timestamp";
            case WRAPPER -> "wrapper(" + parameters + ")";
            default -> type.parameters().isEmpty() ? type.name() : type.name() + "(" + parameters + ")";
        };
    }

    /** The arguments of a call, as {@code string.(int)}. */
    static String signature(List<CelType> arguments, boolean member) {
        String target = member ? format(arguments.get(0)) + "." : "";
        return arguments.stream()
                .skip(member ? 1 : 0)
                .map(TypeNames::format)
                .collect(Collectors.joining(", ", target + "(", ")"));
    }
}
