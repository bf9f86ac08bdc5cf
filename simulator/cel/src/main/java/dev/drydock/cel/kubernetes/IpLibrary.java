package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.library.Overload;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** IP addresses (library/ip.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IpLibrary implements Library {

    /** The library. */
    public IpLibrary() {}

    @Override
    public Map<String, CelType> types() {
        return Map.of("net.IP", IpValue.TYPE);
    }

    @Override
    public Set<String> names() {
        return Set.of(
                "ip",
                "family",
                "ip.isCanonical",
                "isUnspecified",
                "isLoopback",
                "isLinkLocalMulticast",
                "isLinkLocalUnicast",
                "isGlobalUnicast",
                "isIP",
                "string");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("ip", form("string_to_ip", List.of(STRING), IpValue.TYPE, Arguments.ofText(IpValue::parse))),
                function(
                        "family",
                        member(
                                "ip_family",
                                List.of(IpValue.TYPE),
                                INT,
                                a -> Scalar.of(((IpValue) a.get(0)).address().isV4() ? 4L : 6L))),
                function(
                        "ip.isCanonical",
                        form(
                                "ip_is_canonical",
                                List.of(STRING),
                                BOOL,
                                Arguments.ofText(text ->
                                        Scalar.of(IpValue.parse(text).toString().equals(text))))),
                function("isUnspecified", test("ip_is_unspecified", NetworkAddress::isUnspecified)),
                function("isLoopback", test("ip_is_loopback", NetworkAddress::isLoopback)),
                function(
                        "isLinkLocalMulticast",
                        test("ip_is_link_local_multicast", NetworkAddress::isLinkLocalMulticast)),
                function("isLinkLocalUnicast", test("ip_is_link_local_unicast", NetworkAddress::isLinkLocalUnicast)),
                function("isGlobalUnicast", test("ip_is_global_unicast", NetworkAddress::isGlobalUnicast)),
                function("isIP", form("is_ip", List.of(STRING), BOOL, Arguments.accepts(IpValue::parse))),
                function(
                        "string",
                        form(
                                "ip_to_string",
                                List.of(IpValue.TYPE),
                                STRING,
                                a -> Scalar.of(a.get(0).toString()))));
    }

    private static Overload test(String id, Predicate<NetworkAddress> holds) {
        return member(id, List.of(IpValue.TYPE), BOOL, a -> Scalar.of(holds.test(((IpValue) a.get(0)).address())));
    }
}
