package dev.drydock.kustomize.generator;

import dev.drydock.kustomize.KustomizeException;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.yaml.MapNode;
import java.util.List;

/** A ServiceAccount that is bound to an account of a cloud; filters/iampolicygenerator. */
public final class IamPolicyGenerator implements Generator {

    private final MapNode config;
    private final ResourceReader reader;

    /** A generator for a decoded configuration. */
    public IamPolicyGenerator(MapNode config, ResourceReader reader) {
        this.config = config;
        this.reader = reader;
    }

    private String text(String... path) {
        return config.findText(path);
    }

    @Override
    public List<Resource> generate() {
        if (!text("cloud").equals("gke")) {
            throw new KustomizeException("cloud provider " + text("cloud") + " not supported yet");
        }
        String account =
                text("serviceAccount", "name") + "@" + text("serviceAccount", "projectId") + ".iam.gserviceaccount.com";
        MapNode.Builder metadata = MapNode.builder()
                .put("annotations", MapNode.of("iam.gke.io/gcp-service-account", account))
                .put("name", text("kubernetesService", "name"));
        if (!text("kubernetesService", "namespace").isEmpty()) {
            metadata.put("namespace", text("kubernetesService", "namespace"));
        }
        return List.of(reader.resource(
                MapNode.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata", metadata.build())));
    }
}
