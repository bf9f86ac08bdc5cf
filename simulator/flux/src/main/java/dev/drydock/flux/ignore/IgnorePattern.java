package dev.drydock.flux.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One line of an ignore file (sourceignore/gitignore/pattern.go, a fork of go-git's). */
final class IgnorePattern {

    private final List<String> domain;
    private final boolean inclusion;
    private final boolean directoriesOnly;
    private final List<String> parts;
    private final List<PathPattern> patterns = new ArrayList<>();

    private IgnorePattern(List<String> domain, boolean inclusion, boolean directoriesOnly, List<String> parts) {
        this.domain = List.copyOf(domain);
        this.inclusion = inclusion;
        this.directoriesOnly = directoriesOnly;
        this.parts = List.copyOf(parts);
        parts.forEach(part -> patterns.add(new PathPattern(part)));
    }

    /** The pattern of a line, which holds for paths below the domain. */
    static IgnorePattern parse(String line, List<String> domain) {
        boolean inclusion = line.startsWith("!");
        String text = inclusion ? line.substring(1) : line;
        if (!text.endsWith("\\ ")) {
            text = text.replaceAll(" +$", "");
        }
        boolean directoriesOnly = text.endsWith("/");
        text = directoriesOnly ? text.substring(0, text.length() - 1) : text;
        return new IgnorePattern(domain, inclusion, directoriesOnly, Arrays.asList(text.split("/", -1)));
    }

    /** Whether a path is ignored; empty when the pattern says nothing about it. */
    Optional<Boolean> ignores(List<String> path, boolean directory) {
        if (path.size() <= domain.size() || !path.subList(0, domain.size()).equals(domain)) {
            return Optional.empty();
        }
        List<String> below = path.subList(domain.size(), path.size());
        boolean matches = parts.size() > 1 ? matchesPath(below, directory) : matchesName(below, directory);
        return matches ? Optional.of(!inclusion) : Optional.empty();
    }

    /** A pattern without a slash matches any part of the path. */
    private boolean matchesName(List<String> path, boolean directory) {
        for (int i = 0; i < path.size(); i++) {
            if (patterns.get(0).matches(path.get(i))) {
                return !(directoriesOnly && !directory && i == path.size() - 1);
            }
        }
        return false;
    }

    /** Part by part from the start; what is left of the path afterwards lies below a match and matches too. */
    private boolean matchesPath(List<String> path, boolean directory) {
        boolean matched = false;
        boolean skipping = false;
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            if (part.isEmpty()) {
                skipping = false;
                continue;
            }
            if (part.equals("**")) {
                if (i == parts.size() - 1) {
                    break;
                }
                skipping = true;
                continue;
            }
            if (part.contains("**") || at >= path.size() || !patterns.get(i).isValid()) {
                return false;
            }
            if (skipping) {
                skipping = false;
                while (at < path.size()) {
                    if (patterns.get(i).matches(path.get(at++))) {
                        matched = true;
                        break;
                    }
                    if (at == path.size()) {
                        matched = false;
                    }
                }
            } else {
                if (!patterns.get(i).matches(path.get(at++))) {
                    return false;
                }
                matched = true;
            }
        }
        return matched && !(directoriesOnly && !directory && at == path.size());
    }
}
