package dev.drydock.helm.chart;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.yaml.GoQuote;
import java.util.HashSet;
import java.util.Set;

/** What metadata must hold to be that of a chart (Helm's Metadata.Validate). */
final class MetadataRules {

    private static final Set<String> TYPES = Set.of("", "application", "library");

    private MetadataRules() {}

    static void check(ChartMetadata metadata) {
        sanitize(metadata);
        String name = metadata.name;
        if (metadata.apiVersion.isEmpty()) {
            throw problem("chart.metadata.apiVersion is required");
        }
        if (name.isEmpty()) {
            throw problem("chart.metadata.name is required");
        }
        if (name.equals(".") || name.equals("..")) {
            throw problem("chart.metadata.name " + GoQuote.quote(name) + " is not allowed");
        }
        if (name.contains("/")) {
            throw problem("chart.metadata.name " + GoQuote.quote(name) + " is invalid");
        }
        if (metadata.version.isEmpty()) {
            throw problem("chart.metadata.version is required");
        }
        if (!isVersion(metadata.version)) {
            throw problem("chart.metadata.version " + GoQuote.quote(metadata.version) + " is invalid");
        }
        if (!TYPES.contains(metadata.type)) {
            throw problem("chart.metadata.type must be application or library");
        }
        if (metadata.maintainers.contains(MetadataReader.NO_MAINTAINER)) {
            throw problem("maintainers must not contain empty or null nodes");
        }
        Set<String> names = new HashSet<>();
        for (Dependency dependency : metadata.dependencies) {
            if (dependency == MetadataReader.NO_DEPENDENCY) {
                throw problem("dependencies must not contain empty or null nodes");
            }
            if (!dependency.alias.isEmpty() && !dependency.alias.matches("[a-zA-Z0-9_-]+")) {
                throw problem(
                        "dependency " + GoQuote.quote(dependency.name) + " has disallowed characters in the alias");
            }
            String key = dependency.alias.isEmpty() ? dependency.name : dependency.alias;
            if (!names.add(key)) {
                throw problem("more than one dependency with name or alias " + GoQuote.quote(key));
            }
        }
    }

    private static void sanitize(ChartMetadata metadata) {
        metadata.name = sanitized(metadata.name);
        metadata.description = sanitized(metadata.description);
        metadata.home = sanitized(metadata.home);
        metadata.icon = sanitized(metadata.icon);
        metadata.condition = sanitized(metadata.condition);
        metadata.tags = sanitized(metadata.tags);
        metadata.appVersion = sanitized(metadata.appVersion);
        metadata.kubeVersion = sanitized(metadata.kubeVersion);
        metadata.sources =
                metadata.sources.stream().map(MetadataRules::sanitized).toList();
        metadata.keywords =
                metadata.keywords.stream().map(MetadataRules::sanitized).toList();
    }

    private static String sanitized(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || c == 0x85 || c == 0xa0) {
                out.append(' ');
            } else if (GoQuote.isPrintable(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isVersion(String text) {
        try {
            Version.parse(text);
            return true;
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    private static HelmException problem(String message) {
        return new HelmException("validation: " + message);
    }
}
