package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;

/** Files of one volume that get into each other's way. */
final class OverlappingPaths {

    private final List<String> warnings = new ArrayList<>();

    private OverlappingPaths() {}

    /** A file of a volume, and what it comes from where a volume has several sources. */
    private record File(String path, String source) {

        boolean overlaps(File other) {
            String with = path + "/";
            String otherWith = other.path + "/";
            return !path.isEmpty()
                    && !other.path.isEmpty()
                    && (with.startsWith(otherWith) || otherWith.startsWith(with));
        }

        @Override
        public String toString() {
            return source.isEmpty() ? GoQuote.quote(path) : GoQuote.quote(path) + " (" + source + ")";
        }
    }

    static List<String> warnings(Field spec) {
        OverlappingPaths paths = new OverlappingPaths();
        spec.items("volumes").forEach(paths::volume);
        return paths.warnings;
    }

    private void volume(Field volume) {
        String name = volume.text("name");
        Field map = volume.in("configMap");
        compare(name, "ConfigMap " + GoQuote.quote(map.text("name")), files(map, ""), new ArrayList<>());
        Field secret = volume.in("secret");
        compare(name, "Secret " + GoQuote.quote(secret.text("secretName")), files(secret, ""), new ArrayList<>());
        compare(name, "DownwardAPI", files(volume.in("downwardAPI"), ""), new ArrayList<>());
        List<File> all = new ArrayList<>();
        for (Field source : volume.in("projected").items("sources")) {
            if (source.map().equals(MapNode.EMPTY)) {
                warnings.add("volume " + GoQuote.quote(name) + " (Projected) has no sources provided");
            }
            compare(name, "Projected", projected(source), all);
        }
    }

    private static List<File> files(Field source, String name) {
        List<File> files = new ArrayList<>();
        source.items("items").forEach(item -> add(files, item.text("path"), name));
        return files;
    }

    private static void add(List<File> files, String path, String source) {
        files.add(new File(path.replaceAll("/+$", ""), source));
    }

    private static List<File> projected(Field source) {
        List<File> files = new ArrayList<>();
        if (source.size("configMap", "items") > 0) {
            Field map = source.in("configMap");
            return files(map, "ConfigMap " + GoQuote.quote(map.text("name")));
        }
        if (source.size("secret", "items") > 0) {
            Field secret = source.in("secret");
            return files(secret, "Secret " + GoQuote.quote(secret.text("name")));
        }
        if (source.size("downwardAPI", "items") > 0) {
            return files(source.in("downwardAPI"), "DownwardAPI");
        }
        if (source.has("serviceAccountToken")) {
            add(files, source.text("serviceAccountToken", "path"), "ServiceAccountToken");
        } else if (source.has("clusterTrustBundle")) {
            Field bundle = source.in("clusterTrustBundle");
            String name = bundle.text(bundle.has("name") ? "name" : "signerName");
            add(files, bundle.text("path"), "ClusterTrustBundle " + GoQuote.quote(name));
        } else if (source.has("podCertificate")) {
            Field certificate = source.in("podCertificate");
            certificate(files, certificate.text("certificateChainPath"), "chain");
            certificate(files, certificate.text("keyPath"), "key");
            certificate(files, certificate.text("credentialBundlePath"), "credential bundle");
        }
        return files;
    }

    private static void certificate(List<File> files, String path, String what) {
        if (!path.isEmpty()) {
            add(files, path, "PodCertificate " + what);
        }
    }

    /** Compares files with those before them and adds them. */
    private void compare(String volume, String description, List<File> files, List<File> before) {
        for (File file : files) {
            for (File other : before) {
                if (file.overlaps(other)) {
                    warnings.add("volume " + GoQuote.quote(volume) + " (" + description + "): overlapping paths: "
                            + file + " with " + other);
                }
            }
            before.add(file);
        }
    }
}
