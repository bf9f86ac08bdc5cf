package dev.drydock.kubernetes.kinds.devices;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.schema.DeclaredType;
import dev.drydock.cel.schema.DeclaredTypes;
import dev.drydock.cel.type.CelType;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import java.util.Map;

/** Expressions that select devices (dynamic-resource-allocation, cel/compile.go). */
final class DeviceExpressions {

    private static final CelType TEXT = CelType.STRING;

    private DeviceExpressions() {}

    /** Made when the first expression is read. */
    private static final class Shared {
        static final DeclaredType DEVICE = DeclaredType.object(
                "kubernetes.DRADevice",
                Map.of(
                        "driver", DeclaredType.of(TEXT),
                        "attributes", DeclaredType.of(CelType.map(TEXT, CelType.map(TEXT, CelType.ANY))),
                        "capacity",
                                DeclaredType.of(
                                        CelType.map(TEXT, CelType.map(TEXT, CelType.object("kubernetes.Quantity")))),
                        "allowMultipleAllocations", DeclaredType.of(CelType.BOOL)),
                2);
        static final Environment ENVIRONMENT = KubernetesExpressions.environment()
                .with("device", DEVICE.type())
                .with(DeclaredTypes.of(DEVICE));
    }

    /** What is wrong with an expression, empty when nothing is. */
    static String wrongWith(String text) {
        Compilation compilation = Shared.ENVIRONMENT.compile(text);
        if (compilation.ast() == null) {
            return "compilation failed: " + compilation.errors();
        }
        CelType type = compilation.ast().resultType();
        boolean fits = type.equals(CelType.BOOL) || type.equals(CelType.ANY) || type.equals(CelType.DYN);
        return fits ? "" : "must evaluate to bool or the unknown type, not " + type.runtimeName();
    }
}
