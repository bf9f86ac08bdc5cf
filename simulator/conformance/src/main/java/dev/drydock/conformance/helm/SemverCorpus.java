package dev.drydock.conformance.helm;

import dev.drydock.conformance.Answer;
import dev.drydock.conformance.CaseCorpus;
import dev.drydock.conformance.Corpus;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apiguardian.api.API;

/** The corpus {@code helm-semver}: versions and ranges. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SemverCorpus {

    private SemverCorpus() {}

    /** The corpus. */
    public static Corpus open() {
        return CaseCorpus.of("helm-semver", "kind", folder -> SemverCorpus::answer);
    }

    private static Answer answer(MapNode question) {
        String kind = question.findText("kind");
        try {
            return switch (kind) {
                case "parse" -> Answer.of(parse(question.findText("version")));
                case "check" -> Answer.of(check(question));
                case "table" -> Answer.of(table(question));
                case "compare" -> Answer.of(compare(question));
                case "sort" -> Answer.of(MapNode.of("sorted", sorted(versions(question, false))));
                case "select" -> Answer.of(select(question));
                default -> Answer.notModelled(kind);
            };
        } catch (InvalidVersionException e) {
            return Answer.of(MapNode.of("error", String.valueOf(e.getMessage())));
        }
    }

    private static MapNode parse(String text) {
        return MapNode.of(
                "newVersion", parsed(text, Version::parse), "strictNewVersion", parsed(text, Version::parseStrictly));
    }

    private static MapNode parsed(String text, Function<String, Version> parser) {
        try {
            Version version = parser.apply(text);
            return MapNode.builder()
                    .put("major", number(version.major()))
                    .put("minor", number(version.minor()))
                    .put("patch", number(version.patch()))
                    .put("prerelease", version.prerelease())
                    .put("metadata", version.metadata())
                    .put("original", version.original())
                    .put("string", version.toPlainString())
                    .build();
        } catch (InvalidVersionException e) {
            return MapNode.of("error", String.valueOf(e.getMessage()));
        }
    }

    private static Object number(long unsigned) {
        return unsigned >= 0 ? (Object) unsigned : new BigInteger(Long.toUnsignedString(unsigned));
    }

    private static MapNode check(MapNode question) {
        VersionRange range = VersionRange.parse(question.findText("constraint"));
        Version version = Version.parse(question.findText("version"));
        List<String> reasons = range.refusals(version);
        MapNode matches = MapNode.of("matches", range.contains(version));
        return reasons.isEmpty() ? matches : matches.with("reasons", ListNode.ofStrings(reasons));
    }

    private static MapNode compare(MapNode question) {
        int order = Version.parse(question.findText("a")).compareTo(Version.parse(question.findText("b")));
        return MapNode.of("compare", (long) Integer.signum(order));
    }

    private static List<Version> versions(MapNode question, boolean lenient) {
        List<Version> versions = new ArrayList<>();
        for (String text : question.findList("versions").strings()) {
            try {
                versions.add(Version.parse(text));
            } catch (InvalidVersionException e) {
                if (!lenient) {
                    throw e;
                }
            }
        }
        return versions;
    }

    private static ListNode sorted(List<Version> versions) {
        versions.sort(null);
        return originals(versions);
    }

    private static ListNode originals(List<Version> versions) {
        return ListNode.ofStrings(versions.stream().map(Version::original).toList());
    }

    private static MapNode table(MapNode question) {
        VersionRange range = VersionRange.parse(question.findText("constraint"));
        List<Version> versions = versions(question, true);
        versions.removeIf(version -> !range.contains(version));
        return MapNode.of("matching", originals(versions));
    }

    private static MapNode select(MapNode question) {
        VersionRange range = VersionRange.parse(question.findText("constraint"));
        List<Version> versions = versions(question, true);
        versions.removeIf(version -> !range.contains(version));
        versions.sort((a, b) -> b.compareTo(a));
        return MapNode.of("matching", originals(versions));
    }
}
