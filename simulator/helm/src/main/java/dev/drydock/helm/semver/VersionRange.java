package dev.drydock.helm.semver;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.drydock.yaml.GoQuote;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** A range of versions: alternatives, of each of which all requirements must be met. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VersionRange {

    /** All released versions. */
    public static final VersionRange ANY = parse("*");

    private static final int LONGEST = 512;
    private static final int MOST_ALTERNATIVES = 32;
    private static final String COMPARISON = "(" + Requirement.OPERATORS + ")\\s*(" + Requirement.VERSION + ")";

    private record Alternative(List<Requirement> requirements, boolean prereleases) {
        boolean allows(Version version) {
            return requirements.stream().allMatch(requirement -> requirement.allows(version, prereleases));
        }
    }

    /** The compiled forms, apart so that constants of the outer class may be parsed while it is initialised. */
    private static final class Forms {
        static final Pattern HYPHEN =
                Pattern.compile("\\s*(" + Requirement.VERSION + ")\\s+-\\s+(" + Requirement.VERSION + ")\\s*");
        static final Pattern FIND = Pattern.compile(COMPARISON);
        static final Pattern VALID =
                Pattern.compile("^(\\s*" + COMPARISON + "\\s*)((?:\\s+|,\\s*)" + COMPARISON + "\\s*)*$");

        private Forms() {}
    }

    private final List<Alternative> alternatives;

    private VersionRange(List<Alternative> alternatives) {
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * The range of a text.
     *
     * @throws InvalidVersionException with the words of Masterminds/semver
     */
    public static VersionRange parse(String text) {
        if (text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST) {
            throw new InvalidVersionException("constraint string is too long (max " + LONGEST + " bytes)");
        }
        List<Alternative> alternatives = new ArrayList<>();
        String[] parts = withoutHyphens(text).split("\\|\\|", -1);
        if (parts.length > MOST_ALTERNATIVES) {
            throw new InvalidVersionException("too many constraint groups (max " + MOST_ALTERNATIVES + ")");
        }
        for (String alternative : parts) {
            if (!Forms.VALID.matcher(alternative).find()) {
                throw new InvalidVersionException("improper constraint: " + GoQuote.quote(alternative));
            }
            List<Requirement> requirements = new ArrayList<>();
            Matcher comparison = Forms.FIND.matcher(alternative);
            while (comparison.find()) {
                requirements.add(Requirement.parse(comparison.group()));
            }
            boolean prereleases = requirements.stream()
                    .anyMatch(requirement -> !requirement.version().prerelease().isEmpty());
            alternatives.add(new Alternative(requirements, prereleases));
        }
        return new VersionRange(alternatives);
    }

    private static String withoutHyphens(String text) {
        String rewritten = text;
        Matcher range = Forms.HYPHEN.matcher(text);
        while (range.find()) {
            String comparisons = ">= " + range.group(1) + ", <= " + range.group(11) + " ";
            int at = rewritten.indexOf(range.group());
            rewritten = rewritten.substring(0, at)
                    + comparisons
                    + rewritten.substring(at + range.group().length());
        }
        return rewritten;
    }

    /** Whether the version is in the range. */
    public boolean contains(Version version) {
        return alternatives.stream().anyMatch(alternative -> alternative.allows(version));
    }

    /** Why the version is not in the range, a line for each requirement that it fails; empty when it is in. */
    public List<String> refusals(Version version) {
        List<String> reasons = new ArrayList<>();
        boolean told = false;
        for (Alternative alternative : alternatives) {
            boolean met = true;
            for (Requirement requirement : alternative.requirements) {
                if (!alternative.prereleases && !version.prerelease().isEmpty()) {
                    if (!told) {
                        reasons.add(Requirement.prereleaseRefusal(version));
                        told = true;
                    }
                    met = false;
                    continue;
                }
                String reason = requirement.refusal(version, alternative.prereleases);
                if (reason != null) {
                    reasons.add(reason);
                    met = false;
                }
            }
            if (met) {
                return List.of();
            }
        }
        return List.copyOf(reasons);
    }

    /** The complete versions among texts that are in the range, newest first; equal ones keep their order. */
    public List<Version> select(List<String> texts) {
        List<Version> versions = new ArrayList<>();
        for (String text : texts) {
            Version.parseComplete(text).filter(this::contains).ifPresent(versions::add);
        }
        versions.sort((a, b) -> b.compareTo(a));
        return List.copyOf(versions);
    }
}
