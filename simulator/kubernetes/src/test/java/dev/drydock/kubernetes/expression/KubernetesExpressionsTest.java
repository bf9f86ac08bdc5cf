package dev.drydock.kubernetes.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.Environment;
import dev.drydock.cel.ast.Ast;
import dev.drydock.cel.interpret.Evaluation;
import dev.drydock.cel.interpret.Program;
import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Printer;
import dev.drydock.kubernetes.Explanation;
import dev.drydock.kubernetes.UserInfo;
import dev.drydock.kubernetes.authorization.Decision;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesExpressionsTest {

    private static final Explanation NOTHING = new Nothing();

    private static final AuthorizerValue AUTHORIZER = new AuthorizerValue(
            UserInfo.admin(),
            attributes -> attributes.user().name().startsWith("system:serviceaccount:")
                            && attributes.verb().equals("get")
                    ? new Decision.Allow("as " + attributes.user().name(), NOTHING)
                    : new Decision.NoOpinion("", NOTHING));

    private record Nothing() implements Explanation {
        @Override
        public String because() {
            return "";
        }

        @Override
        public List<String> considered() {
            return List.of();
        }

        @Override
        public List<String> toAllow() {
            return List.of();
        }
    }

    private static Evaluation run(String text) {
        Environment environment = KubernetesExpressions.environment().with("authorizer", AuthorizerValue.TYPE);
        Ast ast = Objects.requireNonNull(environment.compile(text).ast());
        return Program.of(ast, environment.declarations(), KubernetesExpressions.OPTIONS)
                .run(name -> name.equals("authorizer") ? AUTHORIZER : null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quantity('1.5Gi').isGreaterThan(quantity('1500Mi')) | true",
                "quantity('50k').add(20).sub(quantity('100k')).asInteger() | -49980",
                "quantity('1000m').isInteger() | false",
                "quantity('16Ei').asInteger() | !cannot convert value to integer",
                "quantity('0.2G') == quantity('200M') | true",
                "isQuantity('1x') | false",
                "isQuantity('') | false",
                "isQuantity('.') | true",
                "sign(quantity('-')) | 0",
                "quantity('--1') | !unable to parse quantity's suffix",
                "quantity('100n').asApproximateFloat() | 1.0000000000000001e-07",
                "dyn(1).matches('a') | !no such overload",
                "dyn(1).find('a') | !no such overload",
                "dyn(1).matches(string('a')) | !no such overload",
                "'%.3e'.format([2.5]) | 2.500000×10⁰⁰",
                "'%s'.format([b'\\xff']) | !error during formatting: could not convert argument \"invalid UTF-8 in bytes,"
                        + " cannot convert to string\" to string",
                "sign(quantity('-1')) | -1",
                "format.dns1123Label().validate('web').hasValue() | false",
                "format.named('uuid').value().validate('x').value() | [does not match the UUID format]",
                "format.named('none').hasValue() | false",
                "authorizer.serviceAccount('team', 'flux').group('').resource('pods').check('get').reason()"
                        + " | as system:serviceaccount:team:flux",
                "authorizer.group('').resource('pods').check('get').allowed() | false",
                "authorizer.path('/healthz').check('get').allowed() | false",
                "authorizer.path(' ') == authorizer.path('/') | !path must not be empty",
                "authorizer.serviceAccount('Team', 'flux') != null | !Invalid service account namespace"
            })
    void answers_as_the_server_does(String expression, String value) {
        Evaluation evaluation = run(expression);

        assertThat(
                        evaluation.value() instanceof Failure failure
                                ? "!" + failure.message()
                                : Printer.plain(evaluation.value()))
                .isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "authorizer.group('').resource('pods').check('get').allowed() | 350004",
                "quantity('12Mi').isLessThan(quantity('1Gi')) | 3",
                "format.dns1123Label().validate('my-label-name').hasValue() | 18",
                "cidr('192.168.0.0/24').containsIP('192.168.0.1') | 5",
                "'ab'.find('a+') | 1"
            })
    void counts_what_its_functions_cost(String expression, long cost) {
        assertThat(run(expression).cost()).isEqualTo(cost);
    }

    static Stream<Library> libraries() {
        return Stream.of(new QuantityLibrary(), new FormatLibrary(), new AuthorizerLibrary());
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a_library_names_what_it_declares(Library library) {
        assertThat(library.functions())
                .extracting(FunctionDeclaration::name)
                .containsExactlyInAnyOrderElementsOf(library.names());
    }
}
