package dev.drydock.cel.interpret;

import dev.drydock.cel.Compilation;
import dev.drydock.cel.Environment;
import dev.drydock.cel.KubernetesEnvironment;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.check.Declarations;
import dev.drydock.cel.library.EncodersLibrary;
import dev.drydock.cel.library.OptionalLibrary;
import dev.drydock.cel.library.StandardLibrary;
import dev.drydock.cel.library.StringsLibrary;
import dev.drydock.cel.parse.Syntax;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.NodeValues;
import dev.drydock.cel.value.Printer;
import dev.drydock.cel.value.Value;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Runs expressions for tests; errors are shown with an exclamation mark in front. */
public final class Expressions {

    private static final Environment NEWEST = Environment.of(
            new Syntax(true, false, false, false, false),
            Declarations.of(
                    List.of(
                            new StandardLibrary(),
                            new OptionalLibrary(),
                            StringsLibrary.latest(),
                            new EncodersLibrary()),
                    true));

    private Expressions() {}

    /** The value of an expression with the libraries of Kubernetes. */
    public static String checked(String text) {
        return shown(run(KubernetesEnvironment.base().with("self", CelType.DYN), text, MapNode.EMPTY)
                .value());
    }

    /** The value of an expression with the newest libraries of cel-go. */
    public static String newest(String text) {
        return shown(run(NEWEST, text, MapNode.EMPTY).value());
    }

    /** The value of an expression whose types were not looked at, over the fields of an object. */
    public static String unchecked(String text, String yaml) {
        Ast ast = Objects.requireNonNull(NEWEST.parse(text).ast());
        Program program = Program.of(ast, NEWEST.declarations(), ProgramOptions.PLAIN);
        return shown(program.run(over(yaml)).value());
    }

    /** The end of a run over {@code self}, counted as Kubernetes counts. */
    public static Evaluation counted(String text, String yaml) {
        return run(KubernetesEnvironment.base().with("self", CelType.DYN), text, MapNode.of("self", object(yaml)));
    }

    private static Evaluation run(Environment environment, String text, MapNode variables) {
        Compilation compilation = environment.compile(text);
        Ast ast = compilation.ast();
        if (ast == null) {
            throw new AssertionError(compilation.errors());
        }
        return Program.of(
                        ast,
                        environment.declarations(),
                        new ProgramOptions(true, false, ProgramOptions.PLAIN.costs(), 1_000_000))
                .run(name -> {
                    Node node = variables.get(name);
                    return node == null ? null : NodeValues.of(node);
                });
    }

    private static Variables over(String yaml) {
        MapNode object = object(yaml);
        return name -> {
            Node node = object.get(name);
            return node == null ? null : NodeValues.of(node);
        };
    }

    /** The object of a text. */
    public static MapNode object(String yaml) {
        return yaml.isEmpty() ? MapNode.EMPTY : (MapNode) YamlReader.read(yaml, "test.yaml", YamlMode.KUBERNETES);
    }

    /** The rows of a table whose columns are parted by arrows. */
    @SuppressWarnings("exports") // tests are no module of their own
    public static Stream<Arguments> table(String text) {
        return text.lines().filter(line -> !line.isBlank()).map(line -> {
            int arrow = line.lastIndexOf(" => ");
            return Arguments.of(
                    line.substring(0, arrow).strip(), line.substring(arrow + 4).strip());
        });
    }

    /** The value as messages show it. */
    public static String shown(Value value) {
        return value instanceof Failure failure ? "!" + failure.message() : Printer.plain(value);
    }
}
