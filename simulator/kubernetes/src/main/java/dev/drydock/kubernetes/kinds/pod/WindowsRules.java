package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Options of Windows containers. */
final class WindowsRules {

    private static final int MOST_SPEC = 64 * 1024;
    private static final int MOST_DOMAIN = 256;
    private static final int MOST_USER = 104;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern NET_BIOS = Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}");
    private static final String DNS_LABEL = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
    private static final Pattern DNS = Pattern.compile(DNS_LABEL + "(?:\\." + DNS_LABEL + ")*");
    private static final Pattern BAD_USER = Pattern.compile("[\"/\\\\:;|=,+*?<>@\\[\\]]");

    private WindowsRules() {}

    static void options(Field options) {
        Field specName = options.in("gmsaCredentialSpecName");
        if (specName.isSet()) {
            specName.invalid(NameRules.dnsSubdomain(specName.text()));
        }
        Field spec = options.in("gmsaCredentialSpec");
        if (spec.isSet()) {
            if (spec.text().isEmpty()) {
                spec.invalid("gmsaCredentialSpec cannot be an empty string");
            } else if (Forms.bytes(spec.text()) > MOST_SPEC) {
                spec.invalid("gmsaCredentialSpec size must be under 64 KiB");
            }
        }
        Field user = options.in("runAsUserName");
        if (user.isSet()) {
            user(user);
        }
    }

    private static void user(Field name) {
        String text = name.text();
        if (text.isEmpty()) {
            name.invalid("runAsUserName cannot be an empty string");
            return;
        }
        if (CONTROL.matcher(text).find()) {
            name.invalid("runAsUserName cannot contain control characters");
            return;
        }
        String[] parts = text.split("\\\\", -1);
        if (parts.length > 2) {
            name.invalid("runAsUserName cannot contain more than one backslash");
            return;
        }
        if (parts.length == 2) {
            domain(name, parts[0]);
        }
        account(name, parts[parts.length - 1]);
    }

    private static void domain(Field name, String domain) {
        if (Forms.bytes(domain) >= MOST_DOMAIN) {
            name.invalid("runAsUserName's Domain length must be under " + MOST_DOMAIN + " characters");
        }
        if (!NET_BIOS.matcher(domain).matches() && !DNS.matcher(domain).matches()) {
            name.invalid("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
        }
    }

    private static void account(Field name, String user) {
        if (user.isEmpty()) {
            name.invalid("runAsUserName's User cannot be empty");
        } else if (Forms.bytes(user) > MOST_USER) {
            name.invalid("runAsUserName's User length must not be longer than " + MOST_USER + " characters");
        }
        if (user.matches("[. ]+")) {
            name.invalid("runAsUserName's User cannot contain only periods or spaces");
        }
        if (BAD_USER.matcher(user).find()) {
            name.invalid("runAsUserName's User cannot contain the following characters: \"/\\:;|=,+*?<>@[]");
        }
    }

    /** Containers that are processes of the host are so all together, and share its network. */
    static void hostProcesses(Field spec) {
        Boolean ofPod = hostProcess(spec);
        int[] counts = {0, 0};
        Containers.each(spec, container -> {
            counts[0]++;
            Boolean own = hostProcess(container);
            if (ofPod != null && own != null && !ofPod.equals(own)) {
                container
                        .in("securityContext", "windowsOptions", "hostProcess")
                        .invalid("pod hostProcess value must be identical if both are specified, was " + ofPod);
            }
            counts[1] += Boolean.TRUE.equals(own == null ? ofPod : own) ? 1 : 0;
        });
        if (counts[1] == 0) {
            return;
        }
        if (counts[1] != counts[0]) {
            spec.invalid(
                    "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }
        if (!spec.isTrue("hostNetwork")) {
            spec.in("hostNetwork")
                    .invalid(false, "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }

    private static @Nullable Boolean hostProcess(Field holder) {
        Field value = holder.in("securityContext", "windowsOptions", "hostProcess");
        return value.isSet() ? holder.isTrue("securityContext", "windowsOptions", "hostProcess") : null;
    }
}
