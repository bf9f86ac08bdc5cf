package dev.drydock.kubernetes.kinds.pod;

import org.apiguardian.api.API;

/** Templates of pods (ValidatePodTemplateSpec). */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PodTemplateRules {

    private PodTemplateRules() {}

    /** What is wrong with a template. */
    public static void check(Field template) {
        TemplateMeta.labels(template.in("metadata"), template.path() + ".labels");
        TemplateMeta.annotations(template.in("metadata"), template.path() + ".annotations");
        Field spec = template.in("spec");
        PodAnnotations.check(template.in("metadata", "annotations").as(template.path() + ".annotations"), spec);
        PodSpecRules.check(spec, "", false);
        PodAnnotations.matchFields(template.in("metadata", "annotations").map(), spec);
        if (spec.size("ephemeralContainers") > 0) {
            spec.in("ephemeralContainers").forbidden("ephemeral containers not allowed in pod template");
        }
    }
}
