package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.FieldErrors;
import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/** What clients are warned of in a pod or template, in the order of the server (pkg/api/pod/warnings.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SpecWarnings {

    private static final String NO_SELECTOR = "a null labelSelector results in matching no pod";
    private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
    private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

    private static final Map<String, String> OLD_ANNOTATIONS = ordered(
            "scheduler.alpha.kubernetes.io/critical-pod",
            "non-functional in v1.16+; use the \"priorityClassName\" field instead",
            "security.alpha.kubernetes.io/sysctls",
            "non-functional in v1.11+; use the \"sysctls\" field instead",
            "security.alpha.kubernetes.io/unsafe-sysctls",
            "non-functional in v1.11+; use the \"sysctls\" field instead");

    private static final Map<String, String> OLD_VOLUMES = ordered(
            "photonPersistentDisk", "deprecated in v1.11, non-functional in v1.16+",
            "gitRepo", "deprecated in v1.11, and disabled by default in v1.33+",
            "scaleIO", "deprecated in v1.16, non-functional in v1.22+",
            "flocker", "deprecated in v1.22, non-functional in v1.25+",
            "storageos", "deprecated in v1.22, non-functional in v1.25+",
            "quobyte", "deprecated in v1.22, non-functional in v1.25+",
            "glusterfs", "deprecated in v1.25, non-functional in v1.26+",
            "ephemeral", "",
            "cephfs", "deprecated in v1.28, non-functional in v1.31+",
            "rbd", "deprecated in v1.28, non-functional in v1.31+");

    private final List<String> warnings = new ArrayList<>();
    private final Field root;
    private final Field spec;
    private final boolean isTemplate;

    /** The warnings of a pod, or of a template at a path. */
    public SpecWarnings(MapNode object, String path) {
        isTemplate = !path.isEmpty();
        root = Field.of(object, new FieldErrors()).as(path);
        spec = root.in("spec");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** The warnings. */
    public List<String> list() {
        nodes();
        spread();
        annotations();
        volumes();
        warnings.addAll(OverlappingPaths.warnings(spec));
        repeated("hostAliases", "ip");
        repeated("imagePullSecrets", "name");
        for (Field secret : spec.items("imagePullSecrets")) {
            if (secret.text("name").isEmpty()) {
                warn(secret.in("name"), "invalid empty name \"\"");
            }
        }
        MapNode overhead = spec.in("overhead").map();
        for (String resource : List.of("memory", "ephemeral-storage")) {
            ContainerWarnings.fraction(spec.in("overhead"), overhead, resource, warnings);
        }
        seccomp();
        warnings.addAll(new ContainerWarnings(root, isTemplate).list());
        warnings.addAll(PortWarnings.of(spec));
        Field grace = spec.in("terminationGracePeriodSeconds");
        if (grace.isSet() && grace.number(0) < 0) {
            warn(grace, "must be >= 0; negative values are invalid and will be treated as 1");
        }
        podAffinity();
        addresses();
        return warnings;
    }

    private void warn(Field at, String text) {
        warnings.add(at.path() + ": " + text);
    }

    private void nodes() {
        Field selector = spec.in("nodeSelector");
        selector.map().keys().stream().sorted().forEach(key -> {
            String text = OldNodeLabels.textOf(key);
            if (!text.isEmpty()) {
                warn(selector.key(key), text);
            }
        });
        Field affinity = spec.in("affinity", "nodeAffinity");
        affinity.in(REQUIRED).items("nodeSelectorTerms").forEach(term -> OldNodeLabels.ofTerm(term, false, warnings));
        affinity.items(PREFERRED).forEach(term -> OldNodeLabels.ofTerm(term.in("preference"), true, warnings));
    }

    private void spread() {
        for (Field constraint : spec.items("topologySpreadConstraints")) {
            String key = constraint.text("topologyKey");
            String text = OldNodeLabels.textOf(key);
            if (!text.isEmpty()) {
                warn(constraint.in("topologyKey"), key + " is " + text);
            }
            if (!constraint.has("labelSelector")) {
                warn(constraint.in("labelSelector"), NO_SELECTOR);
            }
        }
    }

    private void annotations() {
        Field annotations = root.in("metadata", "annotations");
        OLD_ANNOTATIONS.forEach((key, text) -> {
            if (annotations.map().has(key)) {
                warn(annotations.key(key), text);
            }
        });
    }

    private void volumes() {
        for (Field volume : spec.items("volumes")) {
            OLD_VOLUMES.forEach((source, text) -> {
                if (!volume.has(source)) {
                    return;
                }
                if (source.equals("ephemeral")) {
                    claim(volume.in("ephemeral", "volumeClaimTemplate", "spec"));
                } else {
                    warn(volume.in(source.equals("storageos") ? "storageOS" : source), text);
                }
            });
        }
    }

    private void claim(Field claim) {
        for (String kind : List.of("requests", "limits")) {
            Field amounts = claim.in("resources", kind);
            ContainerWarnings.fraction(amounts, amounts.map(), "storage", warnings);
        }
    }

    private void repeated(String list, String field) {
        Set<String> seen = new HashSet<>();
        for (Field item : spec.items(list)) {
            if (!seen.add(item.text(field))) {
                warn(item.in(field), "duplicate " + field + " " + GoQuote.quote(item.text(field)));
            }
        }
    }

    private void seccomp() {
        Field annotations = root.in("metadata", "annotations");
        if (!spec.has("securityContext", "seccompProfile") && annotations.map().has(PodAnnotations.SECCOMP_POD)) {
            warn(annotations.key(PodAnnotations.SECCOMP_POD), ContainerWarnings.OLD_SECCOMP);
        }
    }

    private void podAffinity() {
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            Field affinity = spec.in("affinity", kind);
            for (Field term : affinity.items(REQUIRED)) {
                if (!term.has("labelSelector")) {
                    warn(term.in("labelSelector"), NO_SELECTOR);
                }
            }
            for (Field term : affinity.items(PREFERRED)) {
                if (!term.has("podAffinityTerm", "labelSelector")) {
                    warn(term.in("podAffinityTerm", "labelSelector"), NO_SELECTOR);
                }
            }
        }
    }

    private void addresses() {
        // addresses in odd forms are refused, so only those that are not canonical remain to be warned of
        spec.in("dnsConfig").items("nameservers").forEach(this::address);
        spec.items("hostAliases").forEach(alias -> address(alias.in("ip")));
    }

    private void address(Field address) {
        String canonical = CanonicalAddress.of(address.text());
        if (!canonical.isEmpty() && !canonical.equals(address.text())) {
            warn(
                    address,
                    "IPv6 address " + GoQuote.quote(address.text()) + " should be in RFC 5952 canonical format ("
                            + GoQuote.quote(canonical) + ")");
        }
    }
}
