package dev.drydock.kubernetes.kinds.pod;

import org.apiguardian.api.API;

/** Templates of pods (ValidatePodTemplateSpec). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodTemplateRules {

    private PodTemplateRules() {}

    /** What is wrong with a template. */
    public static void check(Field template) {
        metadata(template);
        Field spec = template.in("spec");
        PodSpecRules.check(spec, "", false);
        PodAnnotations.matchFields(template.in("metadata", "annotations").map(), spec);
        if (spec.size("ephemeralContainers") > 0) {
            spec.in("ephemeralContainers").forbidden("ephemeral containers not allowed in pod template");
        }
    }

    /** What is wrong with the labels and annotations of a template. */
    public static void metadata(Field template) {
        Field metadata = template.in("metadata");
        TemplateMeta.labels(metadata, template.path() + ".labels");
        TemplateMeta.annotations(metadata, template.path() + ".annotations");
        PodAnnotations.check(metadata.in("annotations").as(template.path() + ".annotations"), template.in("spec"));
    }
}
