package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.quantity.Quantity;
import dev.drydock.kubernetes.validation.NameRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Where the content of a volume comes from: exactly one source, in the order in which the server looks. */
final class VolumeSources {

    private static final int LAST_PARTITION = 255;
    private static final Map<String, Consumer<Field>> RULES = new LinkedHashMap<>();
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");

    /** Sources whose errors have another path than their field. */
    private static final Map<String, String> SECOND_PATHS = Map.of("cephfs", "cephFS", "downwardAPI", "downwarAPI");

    static {
        RULES.put("hostPath", VolumeSources::hostPath);
        RULES.put("gitRepo", VolumeSources::gitRepo);
        RULES.put("gcePersistentDisk", disk -> disk(disk.as(parent(disk) + ".persistentDisk"), "pdName"));
        RULES.put("awsElasticBlockStore", disk -> disk(disk, "volumeID"));
        RULES.put("secret", secret -> files(secret, "secretName"));
        RULES.put("nfs", VolumeSources::nfs);
        RULES.put("iscsi", OldVolumes::iscsi);
        RULES.put("glusterfs", source -> required(source, "endpoints", "path"));
        RULES.put("flocker", OldVolumes::flocker);
        RULES.put("persistentVolumeClaim", source -> required(source, "claimName"));
        RULES.put("rbd", source -> {
            requiredList(source, "monitors");
            required(source, "image");
        });
        RULES.put("cinder", source -> {
            required(source, "volumeID");
            secretName(source);
        });
        RULES.put("cephfs", source -> requiredList(source, "monitors"));
        RULES.put("quobyte", OldVolumes::quobyte);
        RULES.put("downwardAPI", VolumeSources::downward);
        RULES.put("fc", OldVolumes::fibreChannel);
        RULES.put("flexVolume", OldVolumes::flex);
        RULES.put("configMap", source -> files(source, "name"));
        RULES.put("azureFile", source -> required(source, "secretName", "shareName"));
        RULES.put("vsphereVolume", source -> required(source, "volumePath"));
        RULES.put("photonPersistentDisk", source -> required(source, "pdID"));
        RULES.put("portworxVolume", source -> required(source, "volumeID"));
        RULES.put("azureDisk", OldVolumes::azureDisk);
        RULES.put("storageos", OldVolumes::storageOs);
        RULES.put("projected", ProjectedVolumes::check);
        RULES.put("scaleIO", source -> required(source, "gateway", "system", "volumeName"));
        RULES.put("csi", VolumeSources::csi);
        RULES.put("ephemeral", VolumeSources::ephemeral);
    }

    private VolumeSources() {}

    static void check(Field volume, String pod, boolean isPod) {
        boolean found = volume.has("emptyDir");
        if (found) {
            emptyDir(volume.in("emptyDir"));
        }
        for (Map.Entry<String, Consumer<Field>> rule : RULES.entrySet()) {
            Field source = volume.in(rule.getKey());
            if (source.isSet()) {
                if (found) {
                    second(volume, rule.getKey());
                } else {
                    rule.getValue().accept(source);
                }
                afterwards(volume, rule.getKey(), pod, !found);
                found = true;
            }
        }
        Field image = volume.in("image");
        if (image.isSet()) {
            if (found) {
                second(volume, "image");
            } else {
                image(image, isPod);
            }
            found = true;
        }
        if (!found) {
            volume.required("must specify a volume type");
        }
    }

    private static void second(Field volume, String source) {
        volume.in(SECOND_PATHS.getOrDefault(source, source)).forbidden("may not specify more than 1 volume type");
    }

    /** What depends on the name of the volume. */
    private static void afterwards(Field volume, String source, String pod, boolean first) {
        String name = volume.text("name");
        if (source.equals("iscsi")
                && volume.has("iscsi", "initiatorName")
                && Forms.bytes(name + ":" + volume.text("iscsi", "targetPortal")) > 64) {
            volume.in("name")
                    .invalid(
                            name,
                            "Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if"
                                    + " iscsi.initiatorName is specified.");
        }
        if (source.equals("ephemeral") && first && !pod.isEmpty() && !name.isEmpty()) {
            String claim = pod + "-" + name;
            NameRules.dnsSubdomain(claim)
                    .forEach(wrong -> volume.in("name").invalid(name, "PVC name \"" + claim + "\": " + wrong));
        }
    }

    private static String parent(Field source) {
        return source.path().substring(0, source.path().lastIndexOf('.'));
    }

    static void required(Field source, String... fields) {
        for (String field : fields) {
            source.in(field).isRequiredText();
        }
    }

    static void requiredList(Field source, String field) {
        if (source.size(field) == 0) {
            source.in(field).required("");
        }
    }

    static void secretName(Field source) {
        if (source.has("secretRef")) {
            source.in("secretRef", "name").isRequiredText();
        }
    }

    private static void emptyDir(Field source) {
        Field limit = source.in("sizeLimit");
        if (Quantity.of(limit.value()).orElse(Quantity.ZERO).signum() < 0) {
            limit.forbidden("SizeLimit field must be a valid resource quantity");
        }
    }

    static void hostPath(Field source) {
        Field path = source.in("path");
        if (!path.isRequiredText()) {
            Paths.noBacksteps(path);
            source.in("type").oneOfIfSet(HOST_PATH_TYPES);
        }
    }

    private static void gitRepo(Field source) {
        required(source, "repository");
        Paths.descending(source.in("directory"));
    }

    static void disk(Field source, String id) {
        required(source, id);
        Field partition = source.in("partition");
        if (partition.number(0) < 0 || partition.number(0) > LAST_PARTITION) {
            partition.invalid("must be between 1 and " + LAST_PARTITION + ", inclusive"); // none at all is zero
        }
    }

    static void nfs(Field source) {
        required(source, "server", "path");
        if (!source.text("path").startsWith("/")) {
            source.in("path").invalid(source.text("path"), "must be an absolute path");
        }
    }

    private static void files(Field source, String name) {
        required(source, name);
        Paths.mode(source.in("defaultMode"));
        source.items("items").forEach(VolumeSources::keyToPath);
    }

    static void keyToPath(Field item) {
        required(item, "key", "path");
        Paths.descendingAndFree(item.in("path"));
        Paths.mode(item.in("mode"));
    }

    private static void downward(Field source) {
        Paths.mode(source.in("defaultMode"));
        source.items("items").forEach(file -> downwardFile(file.as(source.path())));
    }

    /** A file that tells of the pod; the errors have the path of the volume. */
    static void downwardFile(Field file) {
        required(file, "path");
        Paths.descendingAndFree(file.in("path"));
        if (file.has("fieldRef")) {
            DownwardFields.field(file.in("fieldRef"), DownwardFields.OF_VOLUMES);
            if (file.has("resourceFieldRef")) {
                file.invalid("resource", "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        } else if (file.has("resourceFieldRef")) {
            DownwardFields.resource(file.in("resourceFieldRef"), true);
        } else {
            file.required("one of fieldRef and resourceFieldRef is required");
        }
        Paths.mode(file.in("mode"));
    }

    private static void csi(Field source) {
        Field driver = source.in("driver");
        if (!driver.isRequiredText()) {
            if (Forms.bytes(driver.text()) > 63) {
                driver.add(dev.drydock.kubernetes.validation.FieldError.tooLong(driver.path(), 63));
            }
            NameRules.dnsSubdomain(driver.text().toLowerCase(Locale.ROOT)).forEach(driver::invalid);
        }
        Field secret = source.in("nodePublishSecretRef");
        if (secret.isSet() && !secret.in("name").isRequiredText()) {
            NameRules.dnsSubdomain(secret.text("name"))
                    .forEach(wrong -> source.in("name").invalid(secret.text("name"), wrong));
        }
    }

    private static void ephemeral(Field source) {
        Field template = source.in("volumeClaimTemplate");
        if (!template.isSet()) {
            template.required("");
            return;
        }
        TemplateMeta.checkOfClaim(template.in("metadata"));
        ClaimSpecs.check(template.in("spec"));
    }

    private static void image(Field source, boolean isPod) {
        if (isPod) {
            required(source, "reference");
        }
        ContainerRules.pullPolicy(source.in("pullPolicy"));
    }
}
