package dev.drydock.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionsTest {

    private static final String VALUES =
            "{s: Hello World, \"n\": 7, f: 2.5, l: [3, 1, 2], m: {a: 1, b: {c: x}}, e: ''}";

    @ParameterizedTest(name = "{0} prints {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                // texts
                "{{ upper .Values.s }} {{ title \"a b-c\" }} {{ untitle \"A B\" }}~HELLO WORLD A B-C a b",
                "{{ snakecase \"HTTPServer2x\" }} {{ kebabcase \"FirstName\" }} {{ camelcase \"a_b\" }}~http_server_2x first-name AB",
                "{{ camelcase \"---\" }} {{ toYamlPretty \"a\\tb\\nc\" | quote }}~---- \"|-\\n  a\\tb\\n  c\"",
                "{{ fromYaml \".nan: 1\" }} {{ fromJson \"[1.\" }}~map[.nan:1] map[Error:invalid character ' ' after decimal point in numeric literal]",
                "{{ trunc 5 .Values.s }} {{ trunc -5 .Values.s }} {{ substr 1 3 .Values.s }}~Hello World el",
                "{{ trimSuffix \"-\" \"a--\" }} {{ trimAll \"$\" \"$5$\" }} {{ nospace \"a b\" }}~a- 5 ab",
                "{{ quote 1 nil \"x\" }} {{ squote \"a\" }} {{ cat 1 \"b\" nil }}~\"1\" \"x\" 'a' 1 b",
                "<{{ indent 2 \"a\" }}|{{ replace \"l\" \"L\" \"ll\" }}|{{ repeat 2 \"x\" }}~<  a|LL|xx",
                "{{ splitList \",\" \"a,b\" }} {{ (split \".\" \"a.b\")._1 }} {{ join \"-\" .Values.l }}~[a b] b 3-1-2",
                "{{ abbrev 7 .Values.s }} {{ initials .Values.s }} {{ wrap 5 \"ab cd ef\" | quote }}~Hell... HW \"ab cd\\nef\"",
                // numbers
                "{{ add 1 2 3 }} {{ sub 5 2 }} {{ mul 2 3 }} {{ div 7 2 }} {{ mod 7 2 }} {{ max 1 5 }}~6 3 6 3 1 5",
                "{{ addf 0.1 0.2 }} {{ divf 1 3 }} {{ round 3.14159 2 }} {{ ceil 1.2 }} {{ floor -1.2 }}~0.3 0.3333333333333333 3.14 2 -2",
                "{{ int \"0x1F\" }} {{ int \"3.9\" }} {{ int64 3.9 }} {{ float64 \"1.5\" }} {{ toDecimal \"0777\" }}~31 0 3 1.5 511",
                "{{ until 3 }} {{ untilStep 9 0 -4 }} {{ seq 1 2 7 }}~[0 1 2] [9 5 1] 1 3 5 7",
                // lists and maps
                "{{ first .Values.l }} {{ last .Values.l }} {{ rest .Values.l }} {{ sortAlpha .Values.l }}~3 2 [1 2] [1 2 3]",
                "{{ uniq (list 1 1 2) }} {{ without (list 1 2) 1 }} {{ has 2 (list 1 2) }} {{ chunk 2 (list 1 2 3) }}~[1 2] [2] true [[1 2] [3]]",
                "{{ merge (dict \"a\" 1) (dict \"a\" 2 \"b\" 3) }} {{ mergeOverwrite (dict \"a\" 1) (dict \"a\" 2) }}~map[a:1 b:3] map[a:2]",
                "{{ dig \"b\" \"c\" \"none\" .Values.m }} {{ dig \"b\" \"x\" \"none\" .Values.m }} {{ pick .Values.m \"a\" }}~x none map[a:1]",
                // defaults and types
                "{{ default \"d\" .Values.e }} {{ coalesce 0 \"x\" }} {{ ternary 1 2 true }} {{ empty (list) }}~d x 1 true",
                "{{ kindOf .Values.n }} {{ typeOf .Values.m }} {{ kindOf 1 }} {{ typeIs \"string\" .Values.s }}~float64 map[string]interface {} int true",
                // encoding
                "{{ toJson .Values.m }} {{ (fromJson \"{\\\"a\\\":1}\").a }} {{ toYaml (list 1 \"a\") | quote }}~{\"a\":1,\"b\":{\"c\":\"x\"}} 1 \"- 1\\n- a\"",
                "{{ toYamlPretty (dict \"a\" (list 1)) | quote }} {{ (fromYaml \"a: [b\").Error | trunc 36 }}~\"a:\\n  - 1\" error converting YAML to JSON: yaml:",
                "{{ toToml (dict \"a\" 1.0) | trim }} {{ (fromToml \"a = [1, 2]\").a }}~a = 1.0 [1 2]",
                "{{ b64enc \"hi\" }} {{ b64dec \"aGk=\" }} {{ b32enc \"hi\" }}~aGk= hi NBUQ====",
                "{{ sha256sum \"\" | trunc 8 }} {{ adler32sum \"a\" }} {{ derivePassword 1 \"long\" \"password\" \"user\" \"example.com\" }}~e3b0c442 6422626 ZedaFaxcZaso9*",
                // the rest
                "{{ regexReplaceAll \"a(x*)b\" \"axxb\" \"${1}W\" }} {{ regexFindAll \"[a-z]\" \"a1b\" -1 }} {{ regexSplit \",\" \"a,b\" -1 }}~xxW [a b] [a b]",
                "{{ semver \"1.2\" }} {{ (semver \"1.2.3-a\").Prerelease }} {{ semverCompare \"^1.2\" \"1.9.0\" }}~1.2.0 a true",
                "{{ base \"/a/b.c\" }} {{ dir \"/a/b\" }} {{ ext \"b.c\" }} {{ clean \"a/../b\" }}~b.c /a .c b",
                "{{ (urlParse \"https://u@h:1/p?q#f\").host }} {{ urlJoin (dict \"scheme\" \"http\" \"host\" \"h\" \"path\" \"/p\") }}~h:1 http://h/p",
                "{{ dateInZone \"2006-01-02 15:04\" (int64 1700000000) \"UTC\" }} {{ durationRound \"2h3m\" }} {{ duration \"95\" }}~2023-11-14 22:13 2h 1m35s",
                "{{ (toDate \"2006-01-02\" \"2024-03-05\").Month }} {{ (toDate \"v_2006\" \"v_2024\").Year }}~March 2024",
                "{{ toDate \"2006 __2\" \"2024  65\" | htmlDate }} {{ toDate \"15:04 -07:00:00\" \"12:00 +00:00:30\" | date \"05\" }}~2024-03-05 30"
            })
    void prints(String template, String output) {
        assertThat(Charts.print(template, VALUES)).isEqualTo(output);
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "{{ first 5 }}~error calling first: Cannot find first on type int",
                "{{ div 1 0 }}~error calling div: runtime error: integer divide by zero",
                "{{ substr 5 2 \"hello\" }}~error calling substr: runtime error: slice bounds out of range [5:2]",
                "{{ mustRegexFind \"[\" \"x\" }}~error parsing regexp: missing closing ]: `[`",
                "{{ upper .Values.n }}~wrong type for value; expected string; got float64",
                "{{ hasKey .Values.nope \"a\" }}~wrong type for value; expected map[string]interface {}; got interface {}"
            })
    void refuse_what_they_cannot_take(String template, String message) {
        assertThatThrownBy(() -> Charts.print(template, VALUES)).hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "[a.b] # c\\nx.y = 0x1F\\n[[t]]\\nn = 1\\n[[t]]\\nn = 2~map[a:map[b:map[x:map[y:31]]] t:[map[n:1] map[n:2]]]",
                "[[t]]\\n[t.a]\\nn = 1\\n[[t]]\\n[t.a]\\nn = 2~map[t:[map[a:map[n:1]] map[a:map[n:2]]]]",
                "s = 'a\\\\b'\\nt = \\\"\\\\u0041\\\"\\nd = 2020-01-02 03:04:05~map[d:2020-01-02 03:04:05 +0000 UTC s:a\\b t:A]",
                "[a]\\n[a]~map[Error:toml: line 2 (last key \"a\"): Key 'a' has already been defined.]",
                ".a = 1~map[Error:toml: line 1: unexpected '.': keys cannot start with a '.']",
                "a\\n~map[Error:toml: line 1: expected '.' or '=', but got '\\n' instead]",
                "> = 1~map[Error:toml: line 1: expected '.' or '=', but got '>' instead]",
                "[a\\n~map[Error:toml: line 2: expected '.' or ']' to end table name, but got '\\n' instead]",
                "[]~map[Error:toml: line 1: unexpected end of table name (table names cannot be empty)]",
                "t = {b = 1, c = ?}~map[Error:toml: line 1 (last key \"t.c\"): expected value but found '?' instead]"
            })
    void fromToml_reads(String toml, String output) {
        assertThat(Charts.print("{{ fromToml \"" + toml + "\" }}", VALUES)).isEqualTo(output);
    }

    @Test
    void random_texts_are_the_same_for_the_same_seed() {
        String template = "{{ randAlphaNum 8 }} {{ uuidv4 }}";
        assertThat(Charts.print(template, VALUES))
                .isEqualTo(Charts.print(template, VALUES))
                .matches("[a-zA-Z0-9]{8} [0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void certificates_are_not_made_up() {
        assertThatThrownBy(() -> Charts.print("{{ genCA \"x\" 10 }}", VALUES))
                .isInstanceOf(NotModelledException.class)
                .hasMessageContaining("certificates");
    }
}
