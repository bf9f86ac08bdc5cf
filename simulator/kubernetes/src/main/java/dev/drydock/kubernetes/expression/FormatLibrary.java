package dev.drydock.kubernetes.expression;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.kubernetes.UrlLibrary;
import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.ListValue;
import dev.drydock.cel.value.OptionalValue;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import dev.drydock.kubernetes.crd.Formats;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Named formats (apiserver, pkg/cel/library/format.go). */
final class FormatLibrary implements Library {

    private static final int LABEL = 30;
    private static final int SUBDOMAIN = 60;
    private static final int DATE_TIME = 129;
    private static final int UUID = 66;
    private static final int BASE64 = 84;
    private static final int URL = 1103;

    private static final List<String> KEYS = List.of(
            "dns1123Label",
            "dns1123Subdomain",
            "dns1035Label",
            "qualifiedName",
            "dns1123LabelPrefix",
            "dns1123SubdomainPrefix",
            "dns1035LabelPrefix",
            "labelValue",
            "uri",
            "uuid",
            "byte",
            "date",
            "datetime");

    /** Made when the first format is asked for. */
    private static final class Known {
        static final Map<String, NamedFormat> FORMATS = formats();
    }

    private static Map<String, NamedFormat> formats() {
        Map<String, NamedFormat> all = new LinkedHashMap<>();
        add(all, "dns1123Label", "DNS1123Label", NameRules::dnsLabel, LABEL);
        add(all, "dns1123Subdomain", "DNS1123Subdomain", NameRules::dnsSubdomain, SUBDOMAIN);
        add(all, "dns1035Label", "DNS1035Label", NameRules::dns1035Label, LABEL);
        add(all, "qualifiedName", "QualifiedName", NameRules::labelKey, SUBDOMAIN);
        add(all, "dns1123LabelPrefix", "DNS1123LabelPrefix", prefix(NameRules::dnsLabel), LABEL);
        add(all, "dns1123SubdomainPrefix", "DNS1123SubdomainPrefix", prefix(NameRules::dnsSubdomain), SUBDOMAIN);
        add(all, "dns1035LabelPrefix", "DNS1035LabelPrefix", prefix(NameRules::dns1035Label), LABEL);
        add(all, "labelValue", "LabelValue", NameRules::labelValue, 40);
        add(all, "uri", "URI", FormatLibrary::uri, URL);
        add(all, "uuid", "uuid", format("uuid", "does not match the UUID format"), UUID);
        add(all, "byte", "byte", format("byte", "invalid base64"), BASE64);
        add(all, "date", "date", format("date", "invalid date"), DATE_TIME);
        add(all, "datetime", "datetime", format("date-time", "invalid datetime"), DATE_TIME);
        return all;
    }

    private static void add(
            Map<String, NamedFormat> all,
            String key,
            String name,
            Function<String, List<String>> problems,
            int patternSize) {
        all.put(key, new NamedFormat(name, problems, patternSize));
    }

    /** A generated name ends with more characters, so that a dash at its end is none. */
    private static Function<String, List<String>> prefix(Function<String, List<String>> rule) {
        return text ->
                rule.apply(text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 2) + "a" : text);
    }

    private static Function<String, List<String>> format(String name, String problem) {
        return text -> Formats.matches(name, text) ? List.of() : List.of(problem);
    }

    private static List<String> uri(String text) {
        String problem = UrlLibrary.problem(text);
        return problem == null ? List.of() : List.of(problem);
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(Set.of("validate", "format.named"));
        KEYS.forEach(key -> names.add("format." + key));
        return names;
    }

    @Override
    public List<FunctionDeclaration> functions() {
        List<FunctionDeclaration> all = new ArrayList<>();
        all.add(function(
                "validate",
                member(
                        "format-validate",
                        List.of(NamedFormat.TYPE, STRING),
                        CelType.optional(CelType.list(STRING)),
                        FormatLibrary::validate)));
        all.add(function(
                "format.named",
                form("format-named", List.of(STRING), CelType.optional(NamedFormat.TYPE), FormatLibrary::named)));
        Known.FORMATS.forEach((key, format) ->
                all.add(function("format." + key, form("format." + key, List.of(), NamedFormat.TYPE, a -> format))));
        return all;
    }

    private static Value named(List<Value> arguments) {
        NamedFormat format = Known.FORMATS.get(((Scalar.Text) arguments.get(0)).value());
        return format == null ? OptionalValue.NONE : OptionalValue.of(format);
    }

    private static Value validate(List<Value> arguments) {
        NamedFormat format = (NamedFormat) arguments.get(0);
        List<Value> problems = new ArrayList<>();
        format.problems()
                .apply(((Scalar.Text) arguments.get(1)).value())
                .forEach(problem -> problems.add(Scalar.of(problem)));
        return problems.isEmpty() ? OptionalValue.NONE : OptionalValue.of(ListValue.of(problems));
    }
}
