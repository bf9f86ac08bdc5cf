package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports that several containers, or one twice, declare. */
final class PortWarnings {

    private final List<String> warnings = new ArrayList<>();
    private final Map<String, List<Field>> known = new HashMap<>();

    private final Map<String, String> named = new HashMap<>();

    private PortWarnings() {}

    static List<String> of(Field spec) {
        PortWarnings ports = new PortWarnings();
        Containers.each(spec, container -> container.items("ports").forEach(ports::port));
        Containers.each(spec, container -> container.items("ports").forEach(ports::name));
        return ports.warnings;
    }

    private void port(Field port) {
        if (!port.text("hostIP").isEmpty() && port.number("hostPort") == 0) {
            warnings.add(port.path() + ": hostIP set without hostPort: {Name:" + port.text("name") + " HostPort:0"
                    + " ContainerPort:" + port.number("containerPort") + " Protocol:" + port.text("protocol")
                    + " HostIP:"
                    + port.text("hostIP") + "}");
        }
        String key = port.number("containerPort") + "/" + port.text("protocol");
        List<Field> others = known.computeIfAbsent(key, k -> new ArrayList<>());
        others.forEach(other -> compare(port, other));
        others.add(port);
    }

    private void name(Field port) {
        String name = port.text("name");
        String other = name.isEmpty() ? null : named.putIfAbsent(name, port.path());
        if (other != null) {
            warnings.add(port.path() + ": duplicate port name " + GoQuote.quote(name) + " with " + other
                    + ", services and probes that select ports by name will use " + other);
        }
    }

    private void compare(Field port, Field other) {
        long host = port.number("hostPort");
        long otherHost = other.number("hostPort");
        String address = port.text("hostIP");
        String otherAddress = other.text("hostIP");
        if (address.equals(otherAddress) && host == otherHost) {
            warn(port, "duplicate", other);
        } else if (host == 0 || otherHost == 0) {
            warn(port, "overlapping", other);
        } else if (host == otherHost && address.isEmpty() != otherAddress.isEmpty()) {
            warn(port, "dangerously ambiguous", other);
        }
    }

    private void warn(Field port, String what, Field other) {
        warnings.add(port.path() + ": " + what + " port definition with " + other.path());
    }
}
