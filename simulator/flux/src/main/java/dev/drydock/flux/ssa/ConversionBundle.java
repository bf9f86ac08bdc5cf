package dev.drydock.flux.ssa;

import dev.drydock.kubernetes.validation.CaBundles;
import dev.drydock.yaml.MapNode;
import org.apiguardian.api.API;

/**
 * The certificates of a conversion webhook. Many definitions come with a placeholder that something in the cluster replaces,
 * and that the server refuses (ssa/utils/cert_validation.go).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ConversionBundle {

    private static final String[] PATH = {"spec", "conversion", "webhook", "clientConfig", "caBundle"};

    private ConversionBundle() {}

    /** The object without certificates that cannot be read, if it is a CustomResourceDefinition. */
    public static MapNode withoutInvalid(MapNode object) {
        return ApplyStages.isCrd(object) && !isValid(object.findText(PATH)) ? object.withoutPath(PATH) : object;
    }

    /** Whether a bundle is well-formed base64 of nothing or of a certificate. */
    private static boolean isValid(String bundle) {
        String base64 = bundle.replaceAll("[\r\n]", "");
        return base64.isEmpty() || (base64.length() % 4 == 0 && CaBundles.problem(base64) == null);
    }
}
