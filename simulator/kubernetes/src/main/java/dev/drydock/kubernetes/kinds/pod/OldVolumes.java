package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.NameRules;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sources of volumes that came before the storage interface and have rules of their own. */
final class OldVolumes {

    private static final Pattern IQN = Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([\\p{Alnum}\\-.]+)(:[^,;*&$|\\s]+)$");
    private static final Pattern EUI = Pattern.compile("^eui.\\p{Alnum}{16}$");
    private static final Pattern NAA = Pattern.compile("^naa.\\p{Alnum}{32}$");
    private static final List<String> CACHING = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISK_KINDS = List.of("Dedicated", "Managed", "Shared");
    private static final String PORTS = "must be a host:port pair or multiple pairs separated by commas";

    private OldVolumes() {}

    static void iscsi(Field source) {
        VolumeSources.required(source, "targetPortal");
        Field iqn = source.in("iqn");
        if (!iqn.isRequiredText()) {
            initiator(iqn);
        }
        source.in("lun").between(0, 255);
        if ((source.isTrue("chapAuthDiscovery") || source.isTrue("chapAuthSession")) && !source.has("secretRef")) {
            source.in("secretRef").required("");
        }
        Field name = source.in("initiatorName");
        if (name.isSet()) {
            initiator(name.as(source.path() + ".initiatorname"));
        }
    }

    private static void initiator(Field name) {
        String text = name.text();
        Pattern form =
                text.startsWith("iqn") ? IQN : text.startsWith("eui") ? EUI : text.startsWith("naa") ? NAA : null;
        if (form == null) {
            name.invalid(text, "must be valid format starting with iqn, eui, or naa");
        } else if (!form.matcher(text).find()) {
            name.invalid(text, "must be valid format");
        }
    }

    static void flocker(Field source) {
        String name = source.text("datasetName");
        String uuid = source.text("datasetUUID");
        if (name.isEmpty() && uuid.isEmpty()) {
            source.required("one of datasetName and datasetUUID is required");
        }
        if (!name.isEmpty() && !uuid.isEmpty()) {
            source.invalid("resource", "datasetName and datasetUUID can not be specified simultaneously");
        }
        if (name.contains("/")) {
            source.in("datasetName").invalid("must not contain '/'");
        }
    }

    static void quobyte(Field source) {
        Field registry = source.in("registry");
        if (registry.text().isEmpty()) {
            registry.required(PORTS);
        } else if (Forms.bytes(source.text("tenant")) >= 65) {
            source.in("tenant").required("must be a UUID and may not exceed a length of 64 characters");
        } else {
            for (String pair : registry.text().split(",", -1)) {
                if (!isHostAndPort(pair)) {
                    registry.invalid(PORTS);
                }
            }
        }
        VolumeSources.required(source, "volume");
    }

    /** As Go's net.SplitHostPort reads it. */
    private static boolean isHostAndPort(String pair) {
        int colon = pair.lastIndexOf(':');
        if (colon < 0) {
            return false;
        }
        String host = pair.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        return (bracketed || !bare.contains(":")) && !bare.contains("[") && !bare.contains("]");
    }

    static void fibreChannel(Field source) {
        boolean hasNames = source.size("targetWWNs") > 0;
        boolean hasIds = source.size("wwids") > 0;
        Field names = source.in("targetWWNs");
        if (!hasNames && !hasIds) {
            names.required("must specify either targetWWNs or wwids, but not both");
        }
        if (hasNames && hasIds) {
            names.invalid("targetWWNs and wwids can not be specified simultaneously");
        }
        if (hasNames) {
            if (source.has("lun")) {
                source.in("lun").between(0, 255);
            } else {
                source.in("lun").required("lun is required if targetWWNs is specified");
            }
        }
    }

    static void flex(Field source) {
        VolumeSources.required(source, "driver");
        for (String key : source.in("options").map().keys().stream().sorted().toList()) {
            int slash = key.indexOf('/');
            String domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                source.in("options").key(key).invalid(key, "kubernetes.io and k8s.io namespaces are reserved");
            }
        }
    }

    static void azureDisk(Field source) {
        VolumeSources.required(source, "diskName", "diskURI");
        source.in("cachingMode").oneOfIfSet(CACHING);
        source.in("kind").oneOfIfSet(DISK_KINDS);
        Field uri = source.in("diskURI");
        boolean managed = source.text("kind").equals("Managed");
        if (source.has("kind") && managed && !uri.text().startsWith("/subscriptions/")) {
            uri.unsupported(
                    uri.text(),
                    List.of("/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/"
                            + "{disk-id}"));
        }
        if (source.has("kind") && !managed && !uri.text().startsWith("https://")) {
            uri.unsupported(
                    uri.text(),
                    List.of("https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd"));
        }
    }

    static void storageOs(Field source) {
        Field name = source.in("volumeName");
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
        Field namespace = source.in("volumeNamespace");
        if (!namespace.text().isEmpty()) {
            namespace.invalid(NameRules.dnsLabel(namespace.text()));
        }
        VolumeSources.secretName(source);
    }
}
