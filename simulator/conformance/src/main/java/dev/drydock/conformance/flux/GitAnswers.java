package dev.drydock.conformance.flux;

import dev.drydock.flux.artifact.GitReference;
import dev.drydock.flux.artifact.GitRemote;
import dev.drydock.flux.artifact.SourceException;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Git references of the part artifact-refs, against the repository that its README describes. */
final class GitAnswers {

    private static final List<String> COMMITS = List.of(
            "1c14548294a9fd306d4e1e7d4d1b007c01ef87dc",
            "COMMIT2",
            "f365c57d5d50b1439fa76ea9d6f4d9bfbe5dd08a",
            "894f6e39d28a2999765c0a738dd0b9326d3a4db5",
            "COMMIT5",
            "cfbd9009dd75e35185064dc80fe03103ac88f41a");

    private GitAnswers() {}

    static Node resolve(MapNode in) {
        boolean missing = "missing".equals(in.findString("repository"));
        try {
            GitReference.Resolved resolved = GitReference.of(in.findMap("reference"))
                    .resolve("<url>", missing ? null : remote(in.findList("tags")));
            return MapNode.of(
                    "revision",
                    resolved.revision(),
                    "reference",
                    resolved.reference(),
                    "commitNumber",
                    String.valueOf(COMMITS.indexOf(resolved.hash()) + 1));
        } catch (SourceException e) {
            return Answers.error(e);
        }
    }

    private static GitRemote remote(ListNode tags) {
        List<String> early = COMMITS.subList(0, 3);
        Map<String, GitRemote.Tag> byName = new TreeMap<>();
        for (Node tag : tags) {
            ListNode parts = (ListNode) tag;
            Long number = MapNode.of("n", parts.get(1)).findLong("n");
            int commit = number == null ? 1 : number.intValue();
            Instant committed = Instant.EPOCH.plus(Duration.ofDays(commit));
            byName.put(parts.strings().get(0), new GitRemote.Tag(COMMITS.get(commit - 1), committed));
        }
        return new GitRemote(
                Map.of("main", COMMITS, "dev", early, "feature/x", early, "v1.0.0-branch", early),
                byName,
                Map.of("refs/pull/7/head", COMMITS.get(2)));
    }
}
