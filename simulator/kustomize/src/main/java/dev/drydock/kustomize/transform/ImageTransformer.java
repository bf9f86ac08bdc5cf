package dev.drydock.kustomize.transform;

import dev.drydock.kustomize.field.KindErrors;
import dev.drydock.kustomize.field.KindErrors.Kind;
import dev.drydock.kustomize.field.Lookup;
import dev.drydock.kustomize.field.Scalars;
import dev.drydock.kustomize.fieldspec.FieldSpecs;
import dev.drydock.kustomize.resource.Resource;
import dev.drydock.kustomize.resource.ResourceMap;
import dev.drydock.yaml.ListNode;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;

/**
 * Changes names, tags and digests of images: first in every list named containers or initContainers anywhere, then where
 * the field specs say; follows filters/imagetag.
 */
public final class ImageTransformer implements Transformer {

    private final ImageChange image;
    private final FieldChanges changes;

    /** A transformer for one image. */
    public ImageTransformer(ImageChange image, FieldSpecs specs) {
        this.image = image;
        this.changes = new FieldChanges(specs, this::changed, null);
    }

    @Override
    public void transform(ResourceMap resources) {
        for (Resource resource : resources.resources()) {
            if (!resource.kind().equals("CustomResourceDefinition")) {
                resource.setNode((MapNode) everywhere(resource.node()));
            }
        }
        for (Resource resource : resources.resources()) {
            if (!resource.kind().equals("CustomResourceDefinition")) {
                changes.apply(resource);
            }
        }
    }

    private Node everywhere(Node node) {
        if (node instanceof MapNode map) {
            return map.map((key, value) -> {
                Node walked = everywhere(value);
                boolean containers = key.equals("containers") || key.equals("initContainers");
                return containers && walked instanceof ListNode list ? list.map(this::container) : walked;
            });
        }
        return node instanceof ListNode list ? list.map(this::everywhere) : node;
    }

    private Node container(Node container) {
        Node old = Lookup.field(container, "image");
        return old == null ? container : ((MapNode) container).with("image", changed(old));
    }

    private Node changed(Node old) {
        KindErrors.require(old, Kind.SCALAR);
        String before = Scalars.text(old);
        String after = image.apply(before);
        return after == null ? old : Scalars.inPlaceOf(old, after);
    }
}
