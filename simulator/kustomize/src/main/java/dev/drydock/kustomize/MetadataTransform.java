package dev.drydock.kustomize;

import dev.drydock.kustomize.fieldspec.FieldSpec;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.resource.IdentityClock;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.kustomize.resource.ResourceReader;
import dev.drydock.kustomize.transform.LabelTransformer;
import dev.drydock.yaml.YamlWriter;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Labels and annotations on every object of a text, with kustomize's transformers and without a build: what programs do that
 * use kustomize as a library.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MetadataTransform {

    private MetadataTransform() {}

    /**
     * The objects of a text with labels and annotations in their own metadata, as kustomize writes them.
     *
     * @throws KustomizeException in kustomize's words when the text is not readable as objects
     */
    public static String set(String manifests, Map<String, String> labels, Map<String, String> annotations) {
        IdentityClock clock = new IdentityClock();
        ResourceMap resources = new ResourceMap(clock);
        resources.appendAll(new ResourceReader(clock).read(manifests, ""));
        new LabelTransformer(labels, at("metadata/labels")).transform(resources);
        new LabelTransformer(annotations, at("metadata/annotations")).transform(resources);
        StringBuilder text = new StringBuilder();
        for (Resource resource : resources.resources()) {
            text.append(text.isEmpty() ? "" : "---\n").append(YamlWriter.write(resource.printable()));
        }
        return text.toString();
    }

    private static FieldSpecs at(String path) {
        return new FieldSpecs(List.of(FieldSpec.created(path)));
    }
}
