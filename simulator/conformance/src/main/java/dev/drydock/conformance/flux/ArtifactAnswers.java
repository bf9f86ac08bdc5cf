package dev.drydock.conformance.flux;

import com.google.common.hash.Hashing;
import dev.drydock.flux.artifact.HelmVersions;
import dev.drydock.flux.artifact.OciReference;
import dev.drydock.flux.artifact.OciRepositoryName;
import dev.drydock.flux.artifact.Revision;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.helm.semver.InvalidVersionException;
import dev.drydock.helm.semver.Version;
import dev.drydock.helm.semver.VersionRange;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The part artifact-refs, but for Git. */
final class ArtifactAnswers {

    private ArtifactAnswers() {}

    static Node revision(MapNode in) {
        String revision = in.findText("revision");
        String hash = Revision.hash(revision);
        return MapNode.builder()
                .put("namedPointer", Revision.namedPointer(revision))
                .put("hash", hash)
                .put("algorithm", Revision.algorithm(hash))
                .put("hashDigest", Revision.digest(hash))
                .put("transformed", Revision.transformed(revision))
                .put("ociDigest", Revision.ociDigest(revision))
                .put("hasOwnRevision", Revision.isSame(revision, revision))
                .build();
    }

    static Node sameRevision(MapNode in) {
        return MapNode.of("equal", Revision.isSame(in.findText("A"), in.findText("B")));
    }

    static Node commit(MapNode in) {
        String hash = in.findText("hash");
        String reference = in.findText("reference");
        String absolute = Revision.ofCommitAbsolute(hash, reference);
        return MapNode.of(
                "string", Revision.ofCommit(hash, reference), "absolute", absolute, "revisionWithRefName", absolute);
    }

    static Node ociReference(MapNode in) {
        boolean urlOnly = in.has("url");
        OciRepositoryName repository;
        try {
            repository = OciRepositoryName.parse(urlOnly ? in.findText("url") : "oci://registry.example.com/org/app");
        } catch (SourceException e) {
            return Answers.error(e).with("step", "reference").with("invalidURL", true);
        }
        List<String> tags = in.findList("tags").strings();
        OciReference reference;
        try {
            reference = OciReference.resolve(
                    repository, in.findMap("reference"), tags, in.findText("layerSelector", "mediaType"));
        } catch (SourceException e) {
            return Answers.error(e).with("step", "reference").with("invalidURL", false);
        }
        MapNode answer = MapNode.of("reference", reference.toString(), "identifier", reference.identifier());
        return urlOnly ? answer : withRevision(answer, reference, tags);
    }

    private static MapNode withRevision(MapNode answer, OciReference reference, List<String> tags) {
        String tag = reference.identifier();
        try {
            if (!reference.isDigest() && !tags.contains(tag)) {
                throw new SourceException(OciReference.UNKNOWN_MANIFEST.formatted(
                        "http://registry.example.com/v2/org/app/manifests/" + tag));
            }
            String digest = reference.isDigest()
                    ? reference.digest()
                    : "sha256:" + Hashing.sha256().hashString(tag, StandardCharsets.UTF_8);
            String revision = reference.revision(digest);
            return answer.with("revision", revision).with("digest", Revision.ociDigest(revision));
        } catch (SourceException e) {
            return answer.with("error", String.valueOf(e.getMessage())).with("step", "revision");
        }
    }

    static Node semver(MapNode in) {
        try {
            List<Version> versions = VersionRange.parse(in.findText("range"))
                    .select(in.findList("versions").strings());
            return MapNode.of(
                    "sorted",
                    ListNode.ofStrings(versions.stream().map(Version::original).toList()));
        } catch (InvalidVersionException e) {
            return Answers.error(e);
        }
    }

    static Node helmIndex(MapNode in) {
        List<HelmVersions.Entry> entries = in.findList("versions").stream()
                .map(version -> entry((ListNode) version))
                .toList();
        String name = in.findText("name");
        try {
            return MapNode.of(
                    "version",
                    HelmVersions.fromIndex(name, name.equals("app") ? entries : null, in.findText("version")));
        } catch (SourceException e) {
            return Answers.error(e);
        }
    }

    private static HelmVersions.Entry entry(ListNode version) {
        List<String> parts = version.strings();
        String created = parts.get(1);
        return new HelmVersions.Entry(
                parts.get(0),
                created.isEmpty()
                        ? Instant.MIN
                        : Instant.parse(created.length() > 10 ? created : created + "T00:00:00Z"));
    }

    static Node ociHelm(MapNode in) {
        try {
            return MapNode.of(
                    "version", HelmVersions.fromTags(in.findList("versions").strings(), in.findText("version")));
        } catch (SourceException e) {
            return Answers.error(e);
        }
    }

    static Node chartReference(MapNode in) {
        try {
            HelmVersions.checkChartName(in.findText("name"));
            return MapNode.of("valid", true);
        } catch (SourceException e) {
            return Answers.error(e);
        }
    }
}
