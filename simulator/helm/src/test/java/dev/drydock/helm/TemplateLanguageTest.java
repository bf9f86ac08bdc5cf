package dev.drydock.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateLanguageTest {

    private static final String VALUES = "{s: text, \"n\": 3, f: 1.5, t: true, nul: null, l: [a, b], m: {b: 2, a: 1}}";

    @ParameterizedTest(name = "{0} prints {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "{{ .Values.s }}~text",
                "[{{ .Values.nope }}]~[]",
                "{{ .Values.m }}~map[a:1 b:2]",
                "{{ .Values.l }}~[a b]",
                "{{ 1e6 }}~1e+06",
                "{{ 'a' }} {{ 0x10 }} {{ `raw` }}~97 16 raw",
                "{{ range $i, $e := .Values.l }}{{ $i }}{{ $e }}{{ end }}~0a1b",
                "{{ range $k, $v := .Values.m }}{{ $k }}{{ $v }}{{ end }}~a1b2",
                "{{ range 3 }}{{ . }}{{ end }}~012",
                "{{ range .Values.nope }}x{{ else }}none{{ end }}~none",
                "{{ range .Values.l }}{{ break }}{{ end }}{{ range .Values.l }}{{ continue }}x{{ end }}|~|",
                "{{ with .Values.nope }}a{{ else with .Values.s }}{{ . }}{{ end }}~text",
                "{{ if .Values.nul }}a{{ else if .Values.t }}b{{ else }}c{{ end }}~b",
                "{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}~2",
                "a {{- 1 -}} b~a1b",
                "{{/* nothing */}}x~x",
                "{{ define \"d\" }}<{{ . }}>{{ end }}{{ template \"d\" 1 }}{{ include \"d\" 2 | upper }}~<1><2>",
                "{{ block \"b\" 5 }}{{ . }}{{ end }}~5",
                "{{ tpl \"{{ .Release.Name }}\" . }}~demo",
                "{{ and 1 0 }} {{ or 0 \"x\" }} {{ not 0 }}~0 x true",
                "{{ eq 1 2 1 }} {{ lt 1 2 }} {{ ge \"b\" \"a\" }}~true true true",
                "{{ index .Values.m \"a\" }} {{ index .Values.l 1 }} {{ len .Values.s }}~1 b 4",
                "{{ printf \"%05.1f|%-4d|%q|%v|%T\" .Values.f 7 \"x\" nil .Values.n }}~001.5|7   |\"x\"|<nil>|float64",
                "{{ printf \"%d\" .Values.n }}~%!d(float64=3)",
                "{{ .Chart.Name }}-{{ .Chart.Version }} {{ .Release.Service }} {{ .Template.Name }}~web-1.2.3 Helm web/templates/t.yaml",
                "{{ .Capabilities.KubeVersion.Minor }} {{ .Capabilities.APIVersions.Has \"apps/v1/Deployment\" }}~36 true",
                "{{ .Files.Get \"files/a.txt\" | trim | quote }} {{ .Files.Lines \"files/a.txt\" }}~\"alpha\\nbeta\" [alpha beta]",
                "{{ (lookup \"v1\" \"Pod\" \"ns\" \"x\") }}~map[]"
            })
    void prints(String template, String output) {
        assertThat(Charts.print(template, VALUES)).isEqualTo(output);
    }

    @Nested
    class Mistakes {

        @ParameterizedTest(name = "{0} is {1}")
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '\0',
                value = {
                    "{{ nope }}~parse error at (web/templates/t.yaml:1): function \"nope\" not defined",
                    "{{ if }}x{{ end }}~parse error at (web/templates/t.yaml:1): missing value for if",
                    "{{ .a ~parse error at (web/templates/t.yaml:1): unclosed action",
                    "{{ end }}~parse error at (web/templates/t.yaml:1): unexpected {{end}}",
                    "{{ fail \"no\" }}~execution error at (web/templates/t.yaml:1:3): no",
                    "{{ required \"must\" .Values.nope }}~execution error at (web/templates/t.yaml:1:3): must"
                })
        void are_worded_on_one_line(String template, String message) {
            assertThatThrownBy(() -> Charts.print(template, VALUES))
                    .isInstanceOf(HelmException.class)
                    .hasMessage(message);
        }

        @Test
        void name_the_place_the_expression_and_the_type() {
            assertThatThrownBy(() -> Charts.print("a\nb: {{ .Values.s.x.y }}", VALUES))
                    .hasMessage("web/templates/t.yaml:2:13\n"
                            + "  executing \"web/templates/t.yaml\" at <.Values.s.x.y>:\n"
                            + "    can't evaluate field x in type interface {}");
        }

        @Test
        void inside_of_includes_are_told_with_each_level() {
            String template = "{{ define \"d\" }}{{ .x.y }}{{ end }}{{ include \"d\" (dict) }}";
            assertThatThrownBy(() -> Charts.print(template, VALUES))
                    .hasMessage("web/templates/t.yaml:1:38\n"
                            + "  executing \"web/templates/t.yaml\" at <include \"d\" (dict)>:\n"
                            + "    error calling include:\n"
                            + "web/templates/t.yaml:1:21\n"
                            + "  executing \"d\" at <.x.y>:\n"
                            + "    nil pointer evaluating interface {}.y");
        }
    }

    @Nested
    class Hostile_templates {

        @ParameterizedTest
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '\0',
                value = {
                    "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}{{ include \"a\" . }}",
                    "{{ define \"a\" }}{{ template \"a\" . }}{{ end }}{{ template \"a\" . }}",
                    "{{ $d := dict }}{{ $_ := set $d \"d\" $d }}{{ $d | toYaml }}",
                    "{{ until 2000000000 }}"
                })
        void end_as_not_modelled(String template) {
            assertThatThrownBy(() -> Charts.print(template, VALUES)).isInstanceOf(NotModelledException.class);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource(
                delimiter = '~',
                quoteCharacter = '\0',
                value = {
                    "{{ $x := \"aaaaaaaaaa\" }}{{ range until 40 }}{{ $x = print $x $x }}{{ end }}~16777216 characters",
                    "{{ $x := \"aaaa\" }}{{ range until 40 }}{{ $x = replace \"a\" $x $x }}{{ end }}~16777216 characters",
                    "{{ $x := repeat 10000 \"a\" }}{{ $y := list $x }}{{ join $x (until 100000) }}~16777216 characters",
                    "{{ $x := repeat 100000 \"\\n\" }}{{ indent 10000 $x }}~16777216 characters",
                    "{{ repeat 2000000000 \"aa\" }}~16777216 characters",
                    "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ toJson $x }}~16777216",
                    "{{ $x := list 1 }}{{ range until 60 }}{{ $x = list $x $x }}{{ end }}{{ $x }}~16777216 characters",
                    "{{ $x := repeat 1000000 \"a\" }}{{ range until 999 }}{{ $y := print $x . }}{{ end }}~134217728 characters",
                    "{{ range until 300 }}{{ derivePassword 1 \"pin\" \"a\" \"b\" \"c\" }}{{ end }}~more than 10 passwords"
                })
        void end_with_the_limit_that_they_reach(String template, String limit) {
            assertThatThrownBy(() -> Charts.print(template, VALUES))
                    .isInstanceOf(NotModelledException.class)
                    .hasMessageContaining(limit);
        }
    }
}
