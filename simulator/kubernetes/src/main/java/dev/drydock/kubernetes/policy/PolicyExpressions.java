package dev.drydock.kubernetes.policy;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.check.TypeProvider;
import dev.drydock.cel.interpret.ObjectFactory;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.interpret.ProgramException;
import dev.drydock.cel.kubernetes.JsonPatchLibrary;
import dev.drydock.cel.type.CelType;
import dev.drydock.kubernetes.expression.KubernetesExpressions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the expressions of one policy. Variables are compiled first, each into the environment of those that follow
 * (apiserver, admission/plugin/cel/compile.go and composition.go).
 */
public final class PolicyExpressions {

    private static final List<CelType> BOOL = List.of(CelType.BOOL);
    private static final List<CelType> TEXT = List.of(CelType.STRING);
    private static final List<CelType> TEXT_OR_NULL = List.of(CelType.STRING, CelType.NULL);
    private static final List<CelType> OBJECT = List.of(PatchTypes.OBJECT);
    private static final List<CelType> PATCHES = List.of(CelType.list(PatchTypes.PATCH));
    private static final List<CelType> ANYTHING = List.of();

    private final boolean params;
    private final @Nullable Map<String, CelType> variables;
    private final Map<String, CelType> kinds;
    private final TypeProvider types;

    private PolicyExpressions(
            boolean params, @Nullable Map<String, CelType> variables, Map<String, CelType> kinds, TypeProvider types) {
        this.params = params;
        this.variables = variables;
        this.kinds = kinds;
        this.types = types;
    }

    /** Expressions of a policy without variables. */
    public static PolicyExpressions plain(boolean params) {
        return new PolicyExpressions(params, null, Map.of(), TypeProvider.NONE);
    }

    /** Expressions of a policy that may have variables. */
    public static PolicyExpressions composed(boolean params) {
        return new PolicyExpressions(params, new LinkedHashMap<>(), Map.of(), TypeProvider.NONE);
    }

    /** Expressions whose {@code object} and {@code params} are of known types. */
    static PolicyExpressions typed(boolean params, Map<String, CelType> kinds, TypeProvider types) {
        return new PolicyExpressions(params, new LinkedHashMap<>(), kinds, types);
    }

    /**
     * An expression that was compiled, or what is wrong with it.
     *
     * @param program null where there is an error
     * @param type what it evaluates to
     * @param error empty where there is none
     * @param internal whether the error is one that upstream calls internal
     */
    public record Compiled(String text, @Nullable Program program, CelType type, String error, boolean internal) {

        private static Compiled failed(String text, String error) {
            return new Compiled(text, null, CelType.DYN, error, false);
        }
    }

    /** Compiles a variable; what follows may use it, even if it does not compile. */
    public Compiled variable(String name, String text) {
        Compiled compiled = compile(text, true, false, ANYTHING);
        if (variables != null) {
            variables.put(name, declared(compiled.type()));
        }
        return compiled;
    }

    /** Compiles a validation or a condition. */
    public Compiled condition(String text) {
        return compile(text, true, false, BOOL);
    }

    /** Compiles the expression of a message. */
    public Compiled message(String text) {
        return compile(text, false, false, TEXT);
    }

    /** Compiles the value of an audit annotation. */
    public Compiled annotation(String text) {
        return compile(text, true, false, TEXT_OR_NULL);
    }

    /** Compiles an apply configuration. */
    public Compiled applyConfiguration(String text) {
        return compile(text, true, true, OBJECT);
    }

    /** Compiles a list of JSON patches. */
    public Compiled jsonPatch(String text) {
        return compile(text, true, true, PATCHES);
    }

    /** What is wrong with an expression whatever it evaluates to, or nothing; what is checked only is never run. */
    String check(String text) {
        return environment(false, false)
                .with("authorizer", CelType.object("kubernetes.authorization.Authorizer"))
                .compile(text)
                .errors();
    }

    /** Checks a variable only; what follows may use it. */
    void checkVariable(String name, String text) {
        Ast ast = environment(false, false)
                .with("authorizer", CelType.object("kubernetes.authorization.Authorizer"))
                .compile(text)
                .ast();
        if (variables != null) {
            variables.put(name, ast == null ? CelType.DYN : declared(ast.resultType()));
        }
    }

    private Compiled compile(String text, boolean authorizer, boolean patches, List<CelType> results) {
        Environment environment = environment(authorizer, patches);
        Compilation compilation = environment.compile(text);
        Ast ast = compilation.ast();
        if (ast == null) {
            return Compiled.failed(text, "compilation failed: " + compilation.errors());
        }
        CelType type = ast.resultType();
        if (!results.isEmpty() && !results.contains(exact(type))) {
            String wanted = results.size() == 1
                    ? name(results.get(0))
                    : results.stream().map(PolicyExpressions::name).collect(Collectors.joining(" ", "one of [", "]"));
            return Compiled.failed(text, "must evaluate to " + wanted + " but got " + name(type));
        }
        try {
            Program program = Program.of(
                    ast,
                    environment.declarations(),
                    KubernetesExpressions.OPTIONS,
                    patches ? PatchValues.FACTORY : ObjectFactory.NONE);
            return new Compiled(text, program, type, "", false);
        } catch (ProgramException e) {
            return new Compiled(text, null, type, "program instantiation failed: " + e.getMessage(), true);
        }
    }

    private Environment environment(boolean authorizer, boolean patches) {
        Environment environment = KubernetesExpressions.environment()
                .with("object", kinds.getOrDefault("object", CelType.DYN))
                .with("oldObject", kinds.getOrDefault("object", CelType.DYN))
                .with("namespaceObject", PolicyTypes.NAMESPACE.type())
                .with("request", PolicyTypes.REQUEST.type());
        if (params) {
            environment = environment.with("params", kinds.getOrDefault("params", CelType.DYN));
        }
        if (authorizer) {
            environment = environment
                    .with("authorizer", CelType.object("kubernetes.authorization.Authorizer"))
                    .with("authorizer.requestResource", CelType.object("kubernetes.authorization.ResourceCheck"));
        }
        if (patches) {
            environment = environment.with(new JsonPatchLibrary());
        }
        if (variables != null) {
            environment = environment.with("variables", CelType.object(PolicyTypes.VARIABLES));
        }
        return environment.with(PolicyTypes.provider(variables, patches, types));
    }

    /** The type of a variable for those who use it: what is no scalar, list or map is anything. */
    private static CelType declared(CelType type) {
        return switch (type.kind()) {
            case ANY, BOOL, BYTES, DOUBLE, DURATION, INT, NULL, STRING, TIMESTAMP, UINT -> type;
            case LIST -> CelType.list(declared(type.parameters().get(0)));
            case MAP ->
                CelType.map(
                        declared(type.parameters().get(0)),
                        declared(type.parameters().get(1)));
            default -> CelType.DYN;
        };
    }

    /** A type that may be null counts as the type itself (cel-go, common/types/types.go, IsExactType). */
    private static CelType exact(CelType type) {
        return type.kind() == CelType.Kind.WRAPPER ? type.parameters().get(0) : type;
    }

    /** How Go prints a type. */
    private static String name(CelType type) {
        if (type.kind() == CelType.Kind.WRAPPER) {
            return "wrapper(" + name(exact(type)) + ")";
        }
        String name = type.runtimeName();
        return type.parameters().isEmpty()
                ? name
                : type.parameters().stream()
                        .map(PolicyExpressions::name)
                        .collect(Collectors.joining(", ", name + "(", ")"));
    }
}
