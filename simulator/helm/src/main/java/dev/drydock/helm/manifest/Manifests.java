package dev.drydock.helm.manifest;

import dev.drydock.helm.HelmException;
import dev.drydock.helm.Hook;
import dev.drydock.helm.value.GoException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What templates printed, as manifests and hooks in install order (manifest_sorter.go). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Manifests {

    private static final String HOOK = "helm.sh/hook";
    private static final String WEIGHT = "helm.sh/hook-weight";
    private static final String DELETE_POLICY = "helm.sh/hook-delete-policy";
    private static final String LOG_POLICY = "helm.sh/hook-output-log-policy";

    private static final Set<String> EVENTS = Set.of(
            "pre-install",
            "post-install",
            "pre-delete",
            "post-delete",
            "pre-upgrade",
            "post-upgrade",
            "pre-rollback",
            "post-rollback",
            "test",
            "test-success");

    private record Manifest(String file, String text, Head head) {}

    private final List<Manifest> manifests = new ArrayList<>();
    private final List<Hook> hooks = new ArrayList<>();

    private Manifests() {}

    /**
     * The manifests and hooks of files.
     *
     * @throws HelmException when a file is no YAML
     */
    public static Manifests sort(Map<String, String> files) {
        Manifests sorted = new Manifests();
        Map<String, String> ordered = new TreeMap<>(dev.drydock.helm.value.GoString.ORDER);
        ordered.putAll(files);
        ordered.forEach((file, text) -> {
            if (!isPartial(file) && !Split.isBlank(text)) {
                Split.documents(text).forEach(document -> sorted.add(file, document));
            }
        });
        sorted.manifests.sort(Comparator.comparing(manifest -> manifest.head.kind(), KindOrder.INSTALL));
        sorted.hooks.sort(Comparator.comparing(Hook::kind, KindOrder.INSTALL));
        return sorted;
    }

    static boolean isPartial(String file) {
        return file.substring(file.lastIndexOf('/') + 1).startsWith("_");
    }

    private void add(String file, String document) {
        Head head;
        try {
            head = Head.parse(document);
        } catch (GoException e) {
            throw new HelmException("YAML parse error on " + file + ": " + e.getMessage());
        }
        String events = head.annotations().get(HOOK);
        if (events == null) {
            manifests.add(new Manifest(file, document, head));
            return;
        }
        List<String> known = new ArrayList<>();
        for (String event : values(events)) {
            if (!EVENTS.contains(event)) {
                return;
            }
            known.add(event.equals("test-success") ? "test" : event);
        }
        hooks.add(new Hook(
                head.name(),
                head.kind(),
                file,
                document,
                known,
                weight(head.annotations().get(WEIGHT)),
                values(head.annotations().get(DELETE_POLICY)),
                values(head.annotations().get(LOG_POLICY))));
    }

    private static List<String> values(@Nullable String annotation) {
        List<String> values = new ArrayList<>();
        if (annotation != null) {
            for (String part : annotation.split(",", -1)) {
                values.add(part.strip().toLowerCase(Locale.ROOT));
            }
        }
        return values;
    }

    private static int weight(@Nullable String annotation) {
        if (annotation == null || !annotation.matches("[+-]?[0-9]{1,18}")) {
            return 0;
        }
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Long.parseLong(annotation)));
    }

    /** The manifests in install order, each behind a separator and a line that names its file. */
    public String text() {
        StringBuilder out = new StringBuilder();
        for (Manifest manifest : manifests) {
            out.append("---\n# Source: ")
                    .append(manifest.file)
                    .append('\n')
                    .append(manifest.text)
                    .append('\n');
        }
        return out.toString();
    }

    /** The hooks in Helm's order. */
    public List<Hook> hooks() {
        return List.copyOf(hooks);
    }
}
