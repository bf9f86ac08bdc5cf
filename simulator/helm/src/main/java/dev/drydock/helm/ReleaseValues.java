package dev.drydock.helm;

import dev.drydock.helm.chart.ChartLoader;
import dev.drydock.helm.value.GoException;
import dev.drydock.helm.value.GoMap;
import dev.drydock.helm.value.GoTree;
import dev.drydock.helm.value.GoTypes;
import dev.drydock.helm.value.GoYaml;
import dev.drydock.helm.values.Composition;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The values of a release before they meet the chart. Integers that a {@code targetPath} sets stay integers; all other
 * numbers are floating-point numbers, as Helm reads them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReleaseValues {

    /** No values. */
    public static final ReleaseValues NONE = new ReleaseValues(GoMap.create());

    private final GoMap values;

    private ReleaseValues(GoMap values) {
        this.values = values;
    }

    /** The values of a HelmRelease's {@code spec.values} or of a file. */
    public static ReleaseValues of(MapNode values) {
        return new ReleaseValues((GoMap) java.util.Objects.requireNonNull(GoTree.decode(values)));
    }

    /**
     * The values of files, later ones over earlier ones ({@code --values}).
     *
     * @throws HelmException when a text is no YAML map
     */
    public static ReleaseValues ofFiles(List<String> texts) {
        GoMap all = GoMap.create();
        for (String text : texts) {
            try {
                Object read = GoTree.decode(GoYaml.unmarshal(text, GoMap.ANY));
                all = ChartLoader.merge(all, read instanceof GoMap map ? map : GoMap.create());
            } catch (GoException e) {
                throw new HelmException(e.getMessage());
            }
        }
        return new ReleaseValues(all);
    }

    GoMap copy() {
        return (GoMap) java.util.Objects.requireNonNull(GoTypes.deepCopy(values));
    }

    /**
     * One entry of {@code spec.valuesFrom}.
     *
     * @param kind {@code ConfigMap} or {@code Secret}
     * @param name name of the object
     * @param valuesKey key in its data, {@code values.yaml} when the release does not say
     * @param targetPath where the value goes; empty when it is a map of values
     * @param literal whether a targetPath's value is taken as it is
     * @param optional whether object and key may be missing
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Source(
            String kind, String name, String valuesKey, String targetPath, boolean literal, boolean optional) {}

    /** Reads the data of ConfigMaps and Secrets in the namespace of the release. */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    @FunctionalInterface
    public interface Objects {

        /**
         * The data of an object (a Secret's decoded), empty when the object is not found.
         *
         * @throws RuntimeException when reading fails otherwise, which ends the composition
         */
        Optional<Map<String, String>> data(String kind, String name);
    }

    /**
     * The values that a HelmRelease composes from its sources in order and its inline values on top
     * (fluxcd/pkg chartutil, ChartValuesFromReferences).
     *
     * @throws ValuesException with the controller's reason and message
     */
    public static ReleaseValues compose(String namespace, MapNode inline, List<Source> sources, Objects objects) {
        return new ReleaseValues(Composition.compose(namespace, of(inline).copy(), sources, objects));
    }

    /** The values as a tree. */
    public Node toNode() {
        return GoTree.encode(values);
    }

    /** The digest that helm-controller records in a snapshot's {@code configDigest}: {@code sha256:…}. */
    public String digest() {
        String text = values.size() == 0 ? "" : YamlWriter.writeInOrder(GoYaml.tree(values));
        return "sha256:" + HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
