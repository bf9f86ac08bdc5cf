package dev.drydock.flux.helm;

import dev.drydock.flux.runtime.Gaps;
import dev.drydock.flux.timing.HelmReleaseSettings;
import dev.drydock.kernel.Kernel;
import dev.drydock.kubernetes.Client;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.ScalarNode;
import java.time.Instant;

/**
 * What the actions of one HelmRelease work with.
 *
 * @param kernel time
 * @param client acts as the account of the release
 * @param gaps what is not modelled
 * @param object the HelmRelease
 * @param log what Helm logs
 */
record ReleaseTools(Kernel kernel, Client client, Gaps gaps, MapNode object, HelmLog log) {

    /** Tools for looks of which no log is kept. */
    ReleaseTools(Kernel kernel, Client client, Gaps gaps, MapNode object) {
        this(kernel, client, gaps, object, HelmLog.unread());
    }

    Instant now() {
        return kernel.now();
    }

    HelmReleaseSettings settings() {
        return new HelmReleaseSettings(object);
    }

    /** The storage that the status names, or the spec before there is one. */
    ReleaseStorage storage() {
        String namespace = object.findText("status", "storageNamespace");
        return new ReleaseStorage(
                client, kernel, namespace.isEmpty() ? settings().storageNamespace() : namespace);
    }

    ReleaseObjects objects() {
        return new ReleaseObjects(client, log);
    }

    ManifestBuild manifests() {
        return new ManifestBuild(client, settings().releaseNamespace());
    }

    ReleaseWait waits(Operation operation) {
        return new ReleaseWait(client, kernel, gaps, object, operation.unmapped());
    }

    String text(String... path) {
        return object.findText(ofSpec(path));
    }

    boolean isTrue(String... path) {
        return object.isTrue(ofSpec(path));
    }

    boolean isFalse(String... path) {
        return object.find(ofSpec(path)) instanceof ScalarNode scalar && Boolean.FALSE.equals(scalar.value());
    }

    private static String[] ofSpec(String... path) {
        String[] full = new String[path.length + 1];
        full[0] = "spec";
        System.arraycopy(path, 0, full, 1, path.length);
        return full;
    }
}
