package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.kubernetes.validation.LabelSelectors;
import dev.drydock.yaml.MapNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes that gather files from several sources. */
final class ProjectedVolumes {

    private static final int SHORTEST_TOKEN = 600;
    private static final long LONGEST_TOKEN = 1L << 32;
    private static final List<String> KEY_TYPES =
            List.of("RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519");
    private static final int HOUR = 3600;
    private static final int DAYS_OF_KUBERNETES = 86400;
    private static final int DAYS_OF_OTHERS = 91 * 86400;

    private ProjectedVolumes() {}

    static void check(Field volume) {
        Paths.mode(volume.in("defaultMode"));
        Set<String> paths = new HashSet<>();
        for (Field source : volume.items("sources")) {
            int sources = 0;
            for (String kind : List.of("secret", "configMap")) {
                if (source.has(kind)) {
                    sources++;
                    keys(volume, source.in(kind), paths);
                }
            }
            if (source.has("downwardAPI")) {
                sources++;
                downward(volume, source.in("downwardAPI"), paths);
            }
            if (source.has("serviceAccountToken")) {
                sources++;
                token(volume, source.in("serviceAccountToken"));
            }
            if (source.has("clusterTrustBundle")) {
                sources++;
                trustBundle(source.in("clusterTrustBundle"));
                once(
                        volume,
                        source.text("clusterTrustBundle", "path"),
                        source.text("clusterTrustBundle", "path"),
                        paths);
            }
            if (source.has("podCertificate")) {
                sources++;
                certificate(volume, source.in("podCertificate"), paths);
            }
            if (sources > 1) {
                source.forbidden("may not specify more than 1 volume type per source");
            }
        }
    }

    private static void once(Field volume, String path, String shown, Set<String> paths) {
        if (!paths.add(path)) {
            volume.invalid(shown, "conflicting duplicate paths");
        }
    }

    private static void keys(Field volume, Field source, Set<String> paths) {
        source.in("name").isRequiredText();
        for (Field item : source.items("items")) {
            VolumeSources.keyToPath(item);
            if (!item.text("path").isEmpty()) {
                once(volume, item.text("path"), source.text("name"), paths);
            }
        }
    }

    private static void downward(Field volume, Field source, Set<String> paths) {
        for (Field file : source.items("items")) {
            VolumeSources.downwardFile(file.as(source.path()));
            if (!file.text("path").isEmpty()) {
                once(volume, file.text("path"), file.text("path"), paths);
            }
        }
    }

    /** Errors about the path are reported at the volume. */
    private static void token(Field volume, Field token) {
        Field seconds = token.in("expirationSeconds");
        if (seconds.number(0) < SHORTEST_TOKEN) {
            seconds.invalid(seconds.number(0), "may not specify a duration less than 10 minutes");
        }
        if (seconds.number(0) > LONGEST_TOKEN) {
            seconds.invalid("may not specify a duration larger than 2^32 seconds");
        }
        Field path = token.in("path").as(volume.path() + ".path");
        if (!path.isRequiredText()) {
            Paths.descendingAndFree(path);
        }
    }

    private static void trustBundle(Field bundle) {
        Field name = bundle.in("name");
        Field signer = bundle.in("signerName");
        if (name.isSet() && signer.isSet()) {
            bundle.invalid(
                    dev.drydock.kubernetes.decode.InternalForm.of(
                            "core.v1.ClusterTrustBundleProjection", bundle.value()),
                    "only one of name and signerName may be used");
        } else if (name.isSet()) {
            if (name.text().isEmpty()) {
                name.required("must be a valid object name");
            }
            SignerNames.bundleName(name);
            if (bundle.has("labelSelector")) {
                bundle.in("labelSelector").invalid("labelSelector must be unset if name is specified");
            }
        } else if (signer.isSet()) {
            if (signer.text().isEmpty()) {
                signer.required("must be a valid signer name");
            }
            SignerNames.check(signer);
            MapNode selector = bundle.in("labelSelector").map();
            bundle.addAll(LabelSelectors.validate(selector, bundle.path() + ".labelSelector"));
        } else {
            bundle.required("either name or signerName must be specified");
        }
        bundle.in("path").isRequiredText();
        Paths.descendingAndFree(bundle.in("path"));
    }

    private static void certificate(Field volume, Field certificate, Set<String> paths) {
        Field signer = certificate.in("signerName");
        SignerNames.check(signer);
        certificate.in("keyType").oneOf(KEY_TYPES);
        Field seconds = certificate.in("maxExpirationSeconds");
        if (seconds.isSet()) {
            if (seconds.number(0) < HOUR) {
                seconds.invalid("if provided, maxExpirationSeconds must be >= 3600");
            }
            int most = SignerNames.isOfKubernetes(signer.text()) ? DAYS_OF_KUBERNETES : DAYS_OF_OTHERS;
            if (seconds.number(0) > most) {
                seconds.invalid("if provided, maxExpirationSeconds must be <= " + most);
            }
        }
        boolean any = false;
        for (String file : List.of("credentialBundlePath", "keyPath", "certificateChainPath")) {
            Field path = certificate.in(file);
            if (!path.text().isEmpty()) {
                any = true;
                Paths.descendingAndFree(path);
                once(volume, path.text(), path.text(), paths);
            }
        }
        if (!any) {
            certificate.required("specify at least one of credentialBundlePath, keyPath, and certificateChainPath");
        }
    }
}
