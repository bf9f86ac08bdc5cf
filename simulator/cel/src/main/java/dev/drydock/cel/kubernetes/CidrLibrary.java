package dev.drydock.cel.kubernetes;

import static dev.drydock.cel.library.Forms.form;
import static dev.drydock.cel.library.Forms.function;
import static dev.drydock.cel.library.Forms.member;
import static dev.drydock.cel.type.CelType.BOOL;
import static dev.drydock.cel.type.CelType.INT;
import static dev.drydock.cel.type.CelType.STRING;

import dev.drydock.cel.library.FunctionDeclaration;
import dev.drydock.cel.library.Library;
import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** Networks (library/cidr.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CidrLibrary implements Library {

    private static final CelType CIDR = CidrValue.TYPE;

    /** The library. */
    public CidrLibrary() {}

    @Override
    public Map<String, CelType> types() {
        return Map.of("net.CIDR", CIDR);
    }

    @Override
    public Set<String> names() {
        return Set.of("cidr", "containsIP", "containsCIDR", "ip", "prefixLength", "masked", "isCIDR", "string");
    }

    @Override
    public List<FunctionDeclaration> functions() {
        return List.of(
                function("cidr", form("string_to_cidr", List.of(STRING), CIDR, Arguments.ofText(CidrValue::parse))),
                function(
                        "containsIP",
                        member("cidr_contains_ip_string", List.of(CIDR, STRING), BOOL, CidrLibrary::containsText),
                        member(
                                "cidr_contains_ip_ip",
                                List.of(CIDR, IpValue.TYPE),
                                BOOL,
                                a -> Scalar.of(prefix(a.get(0)).contains(((IpValue) a.get(1)).address())))),
                function(
                        "containsCIDR",
                        member(
                                "cidr_contains_cidr_string",
                                List.of(CIDR, STRING),
                                BOOL,
                                Arguments.refusing(a -> Scalar.of(prefix(a.get(0))
                                        .contains(CidrValue.parse(Arguments.text(a.get(1)))
                                                .prefix())))),
                        member(
                                "cidr_contains_cidr",
                                List.of(CIDR, CIDR),
                                BOOL,
                                a -> Scalar.of(prefix(a.get(0)).contains(prefix(a.get(1)))))),
                function(
                        "ip",
                        member(
                                "cidr_ip",
                                List.of(CIDR),
                                IpValue.TYPE,
                                a -> new IpValue(prefix(a.get(0)).address()))),
                function(
                        "prefixLength",
                        member(
                                "cidr_prefix_length",
                                List.of(CIDR),
                                INT,
                                a -> Scalar.of((long) prefix(a.get(0)).bits()))),
                function(
                        "masked",
                        member(
                                "cidr_masked",
                                List.of(CIDR),
                                CIDR,
                                a -> new CidrValue(prefix(a.get(0)).masked()))),
                function("isCIDR", form("is_cidr", List.of(STRING), BOOL, Arguments.accepts(CidrValue::parse))),
                function(
                        "string",
                        form(
                                "cidr_to_string",
                                List.of(CIDR),
                                STRING,
                                a -> Scalar.of(a.get(0).toString()))));
    }

    /** A text that is no address is answered as a network that is none: its error is lost (library/cidr.go, cidrContainsIP). */
    private static Value containsText(List<Value> arguments) {
        try {
            IpValue address = IpValue.parse(Arguments.text(arguments.get(1)));
            return Scalar.of(prefix(arguments.get(0)).contains(address.address()));
        } catch (IllegalArgumentException e) {
            return Failure.noSuchOverload();
        }
    }

    private static NetworkPrefix prefix(Value value) {
        return ((CidrValue) value).prefix();
    }
}
