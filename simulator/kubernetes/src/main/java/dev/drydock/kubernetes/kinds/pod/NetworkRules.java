package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;

/** How a pod is called and how it finds others. */
final class NetworkRules {

    private static final List<String> POLICIES = List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
    private static final int MOST_SERVERS = 3;
    private static final int MOST_SEARCHES = 32;
    private static final int MOST_SEARCH_CHARACTERS = 2048;
    private static final int LONGEST_HOST_NAME = 64;

    private NetworkRules() {}

    static void policy(Field spec) {
        spec.in("dnsPolicy").requiredOneOf(POLICIES);
    }

    static void dns(Field spec) {
        Field config = spec.in("dnsConfig");
        if (spec.text("dnsPolicy").equals("None")) {
            if (!config.isSet()) {
                config.required("must provide `dnsConfig` when `dnsPolicy` is None");
                return;
            }
            if (config.size("nameservers") == 0) {
                config.in("nameservers").required("must provide at least one DNS nameserver when `dnsPolicy` is None");
                return;
            }
        }
        Field servers = config.in("nameservers");
        if (servers.items().size() > MOST_SERVERS) {
            servers.invalid("must not have more than " + MOST_SERVERS + " nameservers");
        }
        servers.items().forEach(Forms::ipAddress);
        searches(config.in("searches"));
        for (Field option : config.items("options")) {
            if (option.text("name").isEmpty()) {
                option.required("must not be empty");
            }
        }
    }

    private static void searches(Field searches) {
        List<Field> items = searches.items();
        if (items.size() > MOST_SEARCHES) {
            searches.invalid("must not have more than " + MOST_SEARCHES + " search paths");
        }
        int length =
                items.stream().mapToInt(item -> Forms.bytes(item.text()) + 1).sum() - 1;
        if (length > MOST_SEARCH_CHARACTERS) {
            searches.invalid("must not have more than " + MOST_SEARCH_CHARACTERS
                    + " characters (including spaces) in the search list");
        }
        for (Field item : items) {
            String domain = item.text();
            if (!domain.equals(".")) {
                String bare = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
                Forms.searchDomain(bare).forEach(wrong -> item.invalid(bare, wrong));
            }
        }
    }

    static void hostAliases(Field spec) {
        for (Field alias : spec.items("hostAliases")) {
            Forms.ipAddress(alias.in("ip"));
            alias.items("hostnames").forEach(name -> name.invalid(NameRules.dnsSubdomain(name.text())));
        }
    }

    /** On the network of the host a port is the host's. */
    static void hostPorts(Field spec, boolean isPod) {
        if (!spec.isTrue("hostNetwork")) {
            return;
        }
        for (Field container : spec.items("containers")) {
            for (Field port : container.items("ports")) {
                long host = port.number("hostPort");
                if ((isPod || host != 0) && host != port.number("containerPort")) {
                    port.in("hostPort").invalid(host, "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    /** Users of their own do not go with namespaces of the host. */
    static void hostUsers(Field spec) {
        if (SecurityContextRules.usesHostUsers(spec)) {
            return;
        }
        String text = "when `hostUsers` is false";
        if (spec.isTrue("hostNetwork")) {
            spec.in("hostNetwork").forbidden(text);
        }
        if (spec.isTrue("hostPID")) {
            spec.in("HostPID").forbidden(text);
        }
        if (spec.isTrue("hostIPC")) {
            spec.in("HostIPC").forbidden(text);
        }
        Containers.each(spec, container -> {
            if (container.size("volumeDevices") > 0) {
                container.in("volumeDevices").forbidden(text);
            }
        });
    }

    static void hostName(Field spec) {
        Field name = spec.in("hostnameOverride");
        if (!name.isSet()) {
            return;
        }
        if (spec.isTrue("setHostnameAsFQDN")) {
            name.forbidden("may not be specified when setHostnameAsFQDN is true");
        }
        if (spec.isTrue("hostNetwork")) {
            name.forbidden("may not be specified when hostNetwork is true");
        }
        if (Forms.bytes(name.text()) > LONGEST_HOST_NAME) {
            name.add(FieldError.tooLong(name.path(), LONGEST_HOST_NAME));
        }
        name.invalid(NameRules.dnsSubdomain(name.text()));
    }
}
