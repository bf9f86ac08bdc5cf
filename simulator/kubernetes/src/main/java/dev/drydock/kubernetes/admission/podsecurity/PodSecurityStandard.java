package dev.drydock.kubernetes.admission.podsecurity;

import dev.drydock.yaml.GoQuote;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * Judges pods by the policy of their namespace, in the words of the real admission plugin (upstream
 * {@code pod-security-admission/admission/admission.go}).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PodSecurityStandard {

    private PodSecurityStandard() {}

    /** Why a pod is refused, as text behind {@code … is forbidden: }, or empty. */
    public static Optional<String> refusal(NamespacePolicy policy, MapNode metadata, MapNode podSpec) {
        return violated(policy.enforce(), metadata, podSpec).map(text -> "violates PodSecurity " + text);
    }

    /** What a client is warned of because of a pod or a template of one, or empty. */
    public static Optional<String> warning(NamespacePolicy policy, MapNode metadata, MapNode podSpec) {
        return violated(policy.warn(), metadata, podSpec).map(text -> "would violate PodSecurity " + text);
    }

    private static Optional<String> violated(LevelVersion policy, MapNode metadata, MapNode podSpec) {
        List<Violation> violations = CheckTable.violations(policy, new PodView(metadata, podSpec));
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(GoQuote.quote(policy.toString()) + ": "
                        + violations.stream().map(Violation::toString).collect(Collectors.joining(", ")));
    }

    /** Whether an update of a pod changes something that is worth another look: its containers or their images. */
    public static boolean isSignificant(MapNode podSpec, MapNode oldSpec) {
        return differ(
                        podSpec.findList("containers").items(),
                        oldSpec.findList("containers").items())
                || differ(
                        podSpec.findList("initContainers").items(),
                        oldSpec.findList("initContainers").items())
                || !images(oldSpec.findList("ephemeralContainers").items())
                        .entrySet()
                        .containsAll(
                                images(podSpec.findList("ephemeralContainers").items())
                                        .entrySet());
    }

    private static boolean differ(List<Node> containers, List<Node> old) {
        return !images(containers).equals(images(old)) || containers.size() != old.size();
    }

    private static Map<String, String> images(List<Node> containers) {
        Map<String, String> images = new TreeMap<>();
        for (Node container : containers) {
            images.put(PodView.name(container), String.valueOf(container.findString("image")));
        }
        return images;
    }

    /**
     * What a client is warned of when a namespace begins to demand more than its pods give, empty when it does not.
     *
     * @param pods the pods of the namespace
     */
    public static List<String> tighteningWarnings(
            String namespace, NamespacePolicy policy, NamespacePolicy old, List<MapNode> pods) {
        if (!policy.tightens(old)) {
            return List.of();
        }
        Map<String, List<String>> podsByReason = new TreeMap<>();
        for (MapNode pod : pods) {
            List<Violation> violations =
                    CheckTable.violations(policy.enforce(), new PodView(pod.findMap("metadata"), pod.findMap("spec")));
            if (!violations.isEmpty()) {
                String reasons = violations.stream().map(Violation::reason).collect(Collectors.joining(", "));
                podsByReason
                        .computeIfAbsent(reasons, none -> new ArrayList<>())
                        .add(PodView.name(pod.findMap("metadata")));
            }
        }
        if (podsByReason.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        podsByReason.forEach((reasons, names) -> lines.add(line(names, reasons)));
        lines.sort(Comparator.naturalOrder());
        lines.add(
                0,
                "existing pods in namespace " + GoQuote.quote(namespace) + " violate the new PodSecurity enforce level "
                        + GoQuote.quote(policy.enforce().toString()));
        return lines;
    }

    private static String line(List<String> names, String reasons) {
        String first = names.stream().min(Comparator.naturalOrder()).orElse("");
        int others = names.size() - 1;
        String more = others == 0 ? "" : " (and " + others + (others == 1 ? " other pod)" : " other pods)");
        return first + more + ": " + reasons;
    }
}
