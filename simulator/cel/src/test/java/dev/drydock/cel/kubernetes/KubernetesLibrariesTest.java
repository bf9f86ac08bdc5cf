package dev.drydock.cel.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.cel.interpret.Expressions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KubernetesLibrariesTest {

    static Stream<Arguments> lists() {
        return Expressions.table("""
                [1, 3, 2].isSorted() => false
                [1.5, 2.0].sum() => 3.5
                [duration('1m'), duration('1s')].sum() == duration('61s') => true
                ['b', 'a'].min() => a
                [1, 2].max() => 2
                dyn([]).max() => !max called on empty list
                [1, 2, 1].lastIndexOf(1) => 2
                ['a'].indexOf('b') => -1
                'abc 123'.find('[0-9]+') => 123
                'a1b22'.findAll('[0-9]+', 1) => [1]
                """);
    }

    static Stream<Arguments> addresses() {
        return Expressions.table("""
                ip('1.2.3.4').family() => 4
                ip('::1').isLoopback() => true
                isIP('01.2.3.4') => false
                isIP('::ffff:1.2.3.4') => false
                ip.isCanonical('2001:DB8::1') => false
                string(ip('2001:db8:0:0:1:0:0:1')) => 2001:db8::1:0:0:1
                ip('1.2.3') => !IP Address "1.2.3" parse error during conversion from string: ParseAddr("1.2.3"): IPv4 address too short
                ip('fe80::1%eth0') => !IP address "fe80::1%eth0" with zone value is not allowed
                cidr('192.168.0.0/16').containsIP('192.168.1.1') => true
                cidr('192.168.0.0/16').containsCIDR('192.168.1.0/24') => true
                cidr('192.168.1.0/24').containsCIDR(cidr('192.168.0.0/16')) => false
                string(cidr('192.168.1.5/24').masked()) => 192.168.1.0/24
                cidr('::/0').prefixLength() => 0
                cidr('::/0').containsIP('bad') => !no such overload
                isCIDR('10.0.0.0/33') => false
                """);
    }

    static Stream<Arguments> urls() {
        return Expressions.table("""
                url('https://user@example.com:8080/a%20b?x=1&x=2#f').getHost() => example.com:8080
                url('https://[::1]:80/').getHostname() => ::1
                url('https://example.com:8080/').getPort() => 8080
                url('https://example.com/a b').getEscapedPath() => /a%20b
                url('https://example.com/?x=1&x=2').getQuery()['x'] => [1, 2]
                isURL('example.com') => false
                isURL('https://a b') => false
                """);
    }

    static Stream<Arguments> versions() {
        return Expressions.table("""
                semver('1.2.3').major() => 1
                semver('v1.2', true).patch() => 0
                isSemver('1.2') => false
                semver('1.0.0-alpha.1').isLessThan(semver('1.0.0-alpha.beta')) => true
                semver('1.0.0').compareTo(semver('1.0.0+build')) => 0
                semver('01.0.0') => !Major number must not contain leading zeroes "01"
                semver('1.0') => !No Major.Minor.Patch elements found
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"lists", "addresses", "urls", "versions"})
    void answers_as_the_server_does(String expression, String value) {
        assertThat(Expressions.checked(expression)).isEqualTo(value);
    }
}
