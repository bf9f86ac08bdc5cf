package dev.drydock.kubernetes.crd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "date|2024-02-29|true",
                "date|2023-02-29|false",
                "date-time|2024-01-01T00:00:00Z|true",
                "date-time|2024-01-01t23:59:59.5+01:00|true",
                "date-time|2024-01-01T00:00:60Z|false",
                "date-time|2024-01-01 00:00:00Z|false",
                "duration|1h30m|true",
                "duration|2 weeks|true",
                "duration|soon|false",
                "email|a@example.com|true",
                "email|A B <a@example.com>|true",
                "email|a@|false",
                "hostname|example.com|true",
                "hostname|-a.example|false",
                "ipv4|10.0.0.1|true",
                "ipv4|010.000.000.001|true",
                "ipv4|10.0.0.256|false",
                "ipv6|::1|true",
                "ipv6|10.0.0.1|false",
                "cidr|10.0.0.0/8|true",
                "cidr|10.0.0.0/33|false",
                "mac|01:23:45:67:89:ab|true",
                "mac|0123.4567.89ab|true",
                "mac|01:23:45|false",
                "uuid|6ba7b810-9dad-11d1-80b4-00c04fd430c8|true",
                "uuid4|6ba7b810-9dad-11d1-80b4-00c04fd430c8|false",
                "isbn|0321751043|true",
                "isbn13|978-0321751041|true",
                "isbn10|0321751044|false",
                "creditcard|4111 1111 1111 1111|true",
                "creditcard|4111 1111 1111 1112|false",
                "ssn|111-11-1111|true",
                "hexcolor|#fff|true",
                "rgbcolor|rgb(0, 1, 255)|true",
                "rgbcolor|rgb(0, 1, 256)|false",
                "byte|aGk=|true",
                "byte|a|false",
                "uri|https://a.example/b|true",
                "uri|/rooted|true",
                "uri|relative|false",
                "k8s-short-name|web-1|true",
                "k8s-long-name|a.b.c|true",
                "k8s-short-name|Web|false",
                "unheard-of|anything|true",
            })
    void tell_which_texts_have_them(String format, String text, boolean matches) {
        assertThat(Formats.matches(format, text)).isEqualTo(matches);
    }
}
