package dev.drydock.flux.substitution;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/** A text with expressions in dollar and braces (fluxcd/pkg/envsubst). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Template {

    private final List<Part> parts;

    /** A piece of a template. */
    sealed interface Part permits Text, Expression {}

    /** Literal text, as bytes. */
    record Text(String bytes) implements Part {}

    /** A variable with an operator and its arguments; a plain variable has no operator. */
    record Expression(String variable, String operator, List<Part> arguments) implements Part {}

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a template.
     *
     * @throws SubstitutionException with the parser's words, which do not say where
     */
    public static Template parse(String text) {
        return new Template(new TemplateParser(ByteText.encode(text)).parse());
    }

    /**
     * The text with all expressions replaced.
     *
     * @param strict whether a variable that is not there is an error; otherwise it is empty
     * @throws SubstitutionException for a missing variable in strict mode, or where Go panics
     */
    public String expand(Map<String, String> variables, boolean strict) {
        return ByteText.decode(expanded(variables, strict));
    }

    /**
     * The same in bytes, which are no UTF-8 where an expression cut a character.
     *
     * @throws SubstitutionException for a missing variable in strict mode, or where Go panics
     */
    public byte[] expandToBytes(Map<String, String> variables, boolean strict) {
        return expanded(variables, strict).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String expanded(Map<String, String> variables, boolean strict) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            out.append(evaluate(part, variables, strict));
        }
        return out.toString();
    }

    private static String evaluate(Part part, Map<String, String> variables, boolean strict) {
        if (part instanceof Text text) {
            return text.bytes;
        }
        Expression expression = (Expression) part;
        List<String> arguments = new ArrayList<>();
        for (Part argument : expression.arguments) {
            arguments.add(evaluate(argument, variables, strict));
        }
        String name = ByteText.decode(expression.variable);
        String value = variables.get(name);
        if (value == null && strict && !Operators.toleratesMissing(expression.operator)) {
            throw new SubstitutionException("variable not set (strict mode): \"" + name + "\"");
        }
        return Operators.apply(expression.operator, value == null ? "" : ByteText.encode(value), arguments);
    }
}
