package dev.drydock.kubernetes.kinds.pod;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Files of one volume that get into each other's way. */
final class OverlappingPaths {

    private OverlappingPaths() {}

    static List<String> warnings(Field spec) {
        List<String> warnings = new ArrayList<>();
        for (Field volume : spec.items("volumes")) {
            String name = "volume " + GoQuote.quote(volume.text("name")) + " (";
            plain(volume.in("configMap"), name + "ConfigMap " + quoted(volume, "configMap", "name"), warnings);
            plain(volume.in("secret"), name + "Secret " + quoted(volume, "secret", "secretName"), warnings);
            plain(volume.in("downwardAPI"), name + "DownwardAPI", warnings);
            projected(volume.in("projected"), name + "Projected", warnings);
        }
        return warnings;
    }

    private static String quoted(Field field, String... path) {
        return GoQuote.quote(field.text(path));
    }

    private static void plain(Field source, String name, List<String> warnings) {
        check(paths(source), name + "): overlapping paths", warnings);
    }

    private static List<String> paths(Field source) {
        return source.items("items").stream().map(item -> item.text("path")).toList();
    }

    private static void projected(Field volume, String name, List<String> warnings) {
        Set<String> all = new TreeSet<>();
        List<String> paths = List.of();
        String text = "";
        for (Field source : volume.items("sources")) {
            if (source.map().equals(MapNode.EMPTY)) {
                warnings.add(name + ") has no sources provided");
                continue;
            }
            // what is neither of these keeps the paths of the source before it, as the server does
            if (source.size("configMap", "items") > 0) {
                paths = paths(source.in("configMap"));
                text = name + " ConfigMap " + quoted(source, "configMap", "name");
            } else if (source.size("secret", "items") > 0) {
                paths = paths(source.in("secret"));
                text = name + " Secret " + quoted(source, "secret", "name");
            } else if (source.size("downwardAPI", "items") > 0) {
                paths = paths(source.in("downwardAPI"));
                text = name + " DownwardAPI";
            } else if (source.has("serviceAccountToken")) {
                paths = List.of(source.text("serviceAccountToken", "path"));
                text = name + " ServiceAccountToken";
            } else if (source.has("clusterTrustBundle")) {
                paths = List.of(source.text("clusterTrustBundle", "path"));
                String own = source.text("clusterTrustBundle", "name");
                text = name + " ClusterTrustBundle "
                        + GoQuote.quote(own.isEmpty() ? source.text("clusterTrustBundle", "signerName") : own);
            }
            if (paths.isEmpty()) {
                continue;
            }
            check(paths, text + "): overlapping paths", warnings);
            List<String> sorted = new ArrayList<>(new TreeSet<>(paths));
            sorted.addAll(all);
            sorted.sort(null);
            check(sorted, text + "): overlapping paths", warnings);
            all.addAll(paths);
        }
    }

    private static void check(List<String> paths, String text, List<String> warnings) {
        Set<String> seen = new TreeSet<>();
        for (String path : paths) {
            String bare = path.replaceAll("/+$", "");
            String other = collision(seen, bare);
            if (!other.isEmpty()) {
                warnings.add(text + ": " + GoQuote.quote(bare) + " with " + GoQuote.quote(other));
            }
            seen.add(bare);
        }
    }

    private static String collision(Set<String> seen, String path) {
        for (String other : seen) {
            if (other.isEmpty() || path.isEmpty()) {
                return "";
            }
            if (other.equals(path) || (other + "/").startsWith(path) || (path + "/").startsWith(other)) {
                return other;
            }
        }
        return "";
    }
}
