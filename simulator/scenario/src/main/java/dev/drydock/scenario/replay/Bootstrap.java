package dev.drydock.scenario.replay;

import dev.drydock.flux.FluxController;
import dev.drydock.flux.repository.Content;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code flux bootstrap} writes into a repository that was made to be bootstrapped: templates on public hosts hold the
 * files without content, beside kustomizations that patch what will stand in them.
 */
final class Bootstrap {

    private static final String SYNC = "flux-system/gotk-sync.yaml";
    private static final String COMPONENTS = "flux-system/gotk-components.yaml";

    private Bootstrap() {}

    /** The repository with its empty files filled; others stay as they are. */
    static Content filled(Content repository) {
        Map<String, Content.Entry> files = new TreeMap<>(repository.files());
        repository.files().forEach((path, entry) -> {
            if (entry instanceof Content.File file
                    && ClusterEntry.documents(path, file.text()).isEmpty()
                    && ClusterEntry.problem(path, file.text()).isEmpty()) {
                if (path.endsWith("/" + SYNC)) {
                    files.put(path, Content.File.of(sync(path.substring(0, path.length() - SYNC.length() - 1))));
                } else if (path.endsWith("/" + COMPONENTS)) {
                    files.put(path, Content.File.of(components()));
                }
            }
        });
        return new Content(files);
    }

    /** Whether a file has a name that {@code flux bootstrap} gives, in whatever folder. */
    static boolean writes(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return SYNC.endsWith("/" + name) || COMPONENTS.endsWith("/" + name);
    }

    private static String sync(String path) {
        return """
                apiVersion: source.toolkit.fluxcd.io/v1
                kind: GitRepository
                metadata:
                  name: flux-system
                  namespace: flux-system
                spec:
                  interval: 1m0s
                  ref: {branch: main}
                  secretRef: {name: flux-system}
                  url: https://git.invalid/this-repository
                ---
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata:
                  name: flux-system
                  namespace: flux-system
                spec:
                  interval: 10m0s
                  path: ./PATH
                  prune: true
                  sourceRef: {kind: GitRepository, name: flux-system}
                """.replace("PATH", path);
    }

    private static String components() {
        StringBuilder text = new StringBuilder();
        for (FluxController controller : FluxController.values()) {
            text.append("""
                    ---
                    apiVersion: apps/v1
                    kind: Deployment
                    metadata:
                      name: NAME
                      namespace: flux-system
                      labels: {app.kubernetes.io/part-of: flux}
                    spec:
                      selector: {matchLabels: {app: NAME}}
                      template:
                        metadata: {labels: {app: NAME}}
                        spec:
                          serviceAccountName: NAME
                          containers:
                            - name: manager
                              image: fluxcd/NAME
                              args: [--watch-all-namespaces=true, --log-level=info, --enable-leader-election]
                    """.replace("NAME", controller.componentName()));
        }
        return text.toString();
    }
}
