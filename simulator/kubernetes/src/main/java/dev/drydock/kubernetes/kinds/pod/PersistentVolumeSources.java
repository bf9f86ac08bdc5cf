package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldError;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/** Where the content of a persistent volume is: exactly one source, in the order in which the server looks. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PersistentVolumeSources {

    private static final Map<String, Consumer<Field>> RULES = new LinkedHashMap<>();
    private static final int LONGEST_DRIVER = 63;

    static {
        RULES.put("hostPath", VolumeSources::hostPath);
        RULES.put("gcePersistentDisk", disk -> VolumeSources.disk(disk.as("spec.persistentDisk"), "pdName"));
        RULES.put("awsElasticBlockStore", disk -> VolumeSources.disk(disk, "volumeID"));
        RULES.put("glusterfs", PersistentVolumeSources::glusterfs);
        RULES.put("flocker", OldVolumes::flocker);
        RULES.put("nfs", VolumeSources::nfs);
        RULES.put("rbd", source -> {
            VolumeSources.requiredList(source, "monitors");
            VolumeSources.required(source, "image");
        });
        RULES.put("quobyte", OldVolumes::quobyte);
        RULES.put("cephfs", source -> VolumeSources.requiredList(source, "monitors"));
        RULES.put("iscsi", OldVolumes::iscsi);
        RULES.put("cinder", source -> {
            VolumeSources.required(source, "volumeID");
            secret(source.in("secretRef"));
        });
        RULES.put("fc", OldVolumes::fibreChannel);
        RULES.put("flexVolume", OldVolumes::flex);
        RULES.put("azureFile", PersistentVolumeSources::azureFile);
        RULES.put("vsphereVolume", source -> VolumeSources.required(source, "volumePath"));
        RULES.put("photonPersistentDisk", source -> VolumeSources.required(source, "pdID"));
        RULES.put("portworxVolume", source -> VolumeSources.required(source, "volumeID"));
        RULES.put("azureDisk", OldVolumes::azureDisk);
        RULES.put("scaleIO", source -> VolumeSources.required(source, "gateway", "system", "volumeName"));
        RULES.put("local", PersistentVolumeSources::local);
        RULES.put("storageos", PersistentVolumeSources::storageOs);
        RULES.put("csi", PersistentVolumeSources::csi);
    }

    private PersistentVolumeSources() {}

    /** The fields of a spec that are sources. */
    public static List<String> names() {
        return List.copyOf(RULES.keySet());
    }

    /** What is wrong with the source of a volume; placed says whether the volume names its nodes. */
    public static void check(Field spec, boolean placed) {
        boolean found = false;
        for (Map.Entry<String, Consumer<Field>> rule : RULES.entrySet()) {
            String name = rule.getKey();
            Field source = spec.in(name);
            if (!source.isSet()) {
                continue;
            }
            // Upstream does not look at what comes before a flex volume.
            if (found && !name.equals("flexVolume")) {
                spec.in(name.equals("cephfs") ? "cephFS" : name).forbidden("may not specify more than 1 volume type");
                continue;
            }
            found = true;
            rule.getValue().accept(source);
            if (name.equals("local") && !placed) {
                spec.in("nodeAffinity").required("Local volume requires node affinity");
            }
        }
        if (!found) {
            spec.required("must specify a volume type");
        }
    }

    private static void glusterfs(Field source) {
        VolumeSources.required(source, "endpoints", "path");
        Field namespace = source.in("endpointsNamespace");
        if (namespace.isSet() && namespace.text().isEmpty()) {
            namespace.invalid("if the endpointnamespace is set, it must be a valid namespace name");
        } else if (namespace.isSet()) {
            namespace.invalid(NameRules.dnsLabel(namespace.text()));
        }
    }

    private static void azureFile(Field source) {
        VolumeSources.required(source, "secretName", "shareName");
        if (source.has("secretNamespace")) {
            VolumeSources.required(source, "secretNamespace");
        }
    }

    private static void local(Field source) {
        Field path = source.in("path");
        if (!path.isRequiredText()) {
            Paths.noBacksteps(path);
        }
    }

    private static void secret(Field secret) {
        if (secret.isSet()) {
            VolumeSources.required(secret, "name", "namespace");
        }
    }

    private static void storageOs(Field source) {
        Field name = source.in("volumeName");
        if (!name.isRequiredText()) {
            name.invalid(NameRules.dnsLabel(name.text()));
        }
        Field namespace = source.in("volumeNamespace");
        if (!namespace.text().isEmpty()) {
            namespace.invalid(NameRules.dnsLabel(namespace.text()));
        }
        secret(source.in("secretRef"));
    }

    private static void csi(Field source) {
        driverName(source.in("driver"));
        source.in("volumeHandle").isRequiredText();
        for (String secret : List.of(
                "controllerPublishSecretRef",
                "controllerExpandSecretRef",
                "nodePublishSecretRef",
                "nodeExpandSecretRef")) {
            Field reference = source.in(secret);
            if (reference.isSet()) {
                named(reference.in("name"), false);
                named(reference.in("namespace"), true);
            }
        }
    }

    private static void named(Field name, boolean label) {
        if (!name.isRequiredText()) {
            name.invalid(label ? NameRules.dnsLabel(name.text()) : NameRules.dnsSubdomain(name.text()));
        }
    }

    /** The name of a driver (ValidateCSIDriverName). */
    public static void driverName(Field driver) {
        String name = driver.text();
        if (driver.isRequiredText()) {
            return;
        }
        if (Forms.bytes(name) > LONGEST_DRIVER) {
            driver.add(FieldError.tooLong(driver.path(), LONGEST_DRIVER));
        }
        NameRules.dnsSubdomain(name.toLowerCase(Locale.ROOT)).forEach(wrong -> driver.invalid(name, wrong));
    }
}
