package dev.drydock.helm.chart;

import dev.drydock.helm.HelmException;
import java.util.ArrayList;
import java.util.List;

/** The rules of a {@code .helmignore} (Helm's pkg/ignore): the first that matches decides; a folder takes all below it along. */
final class HelmIgnore {

    private record Rule(String pattern, boolean negated, boolean folderOnly, boolean wholePath) {

        boolean matches(String path) {
            return GoGlob.matches(pattern, wholePath ? path : path.substring(path.lastIndexOf('/') + 1));
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    private HelmIgnore() {}

    static HelmIgnore parse(String text) {
        HelmIgnore ignore = new HelmIgnore();
        String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
        plain.lines().forEach(ignore::add);
        ignore.add("templates/.?*");
        return ignore;
    }

    private void add(String line) {
        String rule = line.strip();
        if (rule.isEmpty() || rule.startsWith("#")) {
            return;
        }
        if (rule.contains("**")) {
            throw new HelmException("double-star (**) syntax is not supported");
        }
        if (!GoGlob.isValid(rule)) {
            throw new HelmException("syntax error in pattern");
        }
        boolean negated = rule.startsWith("!");
        rule = negated ? rule.substring(1) : rule;
        boolean folder = rule.endsWith("/");
        rule = folder ? rule.substring(0, rule.length() - 1) : rule;
        boolean rooted = rule.startsWith("/");
        rules.add(new Rule(rooted ? rule.substring(1) : rule, negated, folder, rooted || rule.contains("/")));
    }

    /** Whether the file, or a folder that it is in, is ignored. */
    boolean isIgnored(String file) {
        for (int slash = file.indexOf('/'); slash >= 0; slash = file.indexOf('/', slash + 1)) {
            if (isIgnored(file.substring(0, slash), true)) {
                return true;
            }
        }
        return isIgnored(file, false);
    }

    private boolean isIgnored(String path, boolean folder) {
        for (Rule rule : rules) {
            if (rule.negated()) {
                if ((rule.folderOnly() && !folder) || !rule.matches(path)) {
                    return true;
                }
            } else if (!(rule.folderOnly() && !folder) && rule.matches(path)) {
                return true;
            }
        }
        return false;
    }
}
