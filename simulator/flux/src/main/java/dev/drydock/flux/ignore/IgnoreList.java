package dev.drydock.flux.ignore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/** Patterns of which the last one that speaks about a path decides. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IgnoreList {

    private static final String VCS = ".git/,.gitignore,.gitmodules,.gitattributes";
    private static final String EXTENSIONS = "*.jpg,*.jpeg,*.gif,*.png,*.wmv,*.flv,*.tar.gz,*.zip";
    private static final String CI = ".github/,.circleci/,.travis.yml,.gitlab-ci.yml,appveyor.yml,.drone.yml,"
            + "cloudbuild.yaml,codeship-services.yml,codeship-steps.yml";
    private static final String EXTRA = "**/.goreleaser.yml,**/.sops.yaml,**/.flux.yaml";

    private static final int LONGEST_LINE = 64 * 1024;

    private final List<IgnorePattern> patterns;

    private IgnoreList(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /** The patterns of an ignore file for paths below a folder. */
    public static IgnoreList read(String text, List<String> folder) {
        List<IgnorePattern> patterns = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String pattern = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            if (pattern.length() >= LONGEST_LINE) {
                break; // Go's scanner gives up here
            }
            if (!pattern.startsWith("#") && !pattern.isBlank()) {
                patterns.add(IgnorePattern.parse(pattern, folder));
            }
        }
        return new IgnoreList(patterns);
    }

    /** Files of version control, which are never part of an artifact unless a pattern includes them. */
    static IgnoreList versionControl() {
        return commas(VCS);
    }

    /** What is ignored where a source says nothing itself. */
    static IgnoreList defaults() {
        return versionControl().plus(commas(EXTENSIONS)).plus(commas(CI)).plus(commas(EXTRA));
    }

    private static IgnoreList commas(String patterns) {
        return new IgnoreList(Arrays.stream(patterns.split(","))
                .map(pattern -> IgnorePattern.parse(pattern, List.of()))
                .toList());
    }

    /** These patterns and then others, which win. */
    public IgnoreList plus(IgnoreList more) {
        List<IgnorePattern> all = new ArrayList<>(patterns);
        all.addAll(more.patterns);
        return new IgnoreList(all);
    }

    /** Whether there is no pattern. */
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** Whether a path, given by its parts, is ignored. */
    public boolean ignores(List<String> path, boolean directory) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            var verdict = patterns.get(i).ignores(path, directory);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return false;
    }
}
