package dev.drydock.flux.substitution;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.ScalarNode;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** {@code spec.postBuild} of a Kustomization, applied to one built object (fluxcd/pkg/kustomize, kustomize_varsub.go). */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PostBuildSubstitution {

    private static final String SUBSTITUTE = "kustomize.toolkit.fluxcd.io/substitute";
    private static final String NAME = "^[_[:alpha:]][_[:alpha:][:digit:]]*$";
    private static final Pattern NAME_PATTERN = Pattern.compile("[_A-Za-z][_A-Za-z0-9]*");

    private final MapNode postBuild;
    private final String namespace;
    private final VariableSource source;
    private final boolean strict;

    /**
     * The substitution of a Kustomization.
     *
     * @param postBuild {@code spec.postBuild}
     * @param namespace namespace of the Kustomization, where references are looked up
     * @param strict whether a missing variable is an error (gate StrictPostBuildSubstitutions)
     */
    public PostBuildSubstitution(MapNode postBuild, String namespace, VariableSource source, boolean strict) {
        this.postBuild = postBuild;
        this.namespace = namespace;
        this.source = source;
        this.strict = strict;
    }

    /**
     * The object with its variables replaced; the same object when it opts out or there is nothing to do.
     *
     * @throws SubstitutionException in the words of Flux, without the name of the object
     */
    public MapNode apply(MapNode object) {
        if ("disabled".equals(ObjectFields.labels(object).get(SUBSTITUTE))
                || "disabled".equals(ObjectFields.annotations(object).get(SUBSTITUTE))) {
            return object;
        }
        Map<String, String> variables = variables();
        boolean always = "Always".equals(postBuild.findString("substituteStrategy"));
        return variables.isEmpty() && !always ? object : substitute(object, variables);
    }

    private MapNode substitute(MapNode object, Map<String, String> variables) {
        for (String name : variables.keySet()) {
            if (!NAME_PATTERN.matcher(name).matches()) {
                throw new SubstitutionException(
                        "envsubst error: '" + name + "' var name is invalid, must match '" + NAME + "'");
            }
        }
        byte[] text;
        try {
            text = Template.parse(YamlWriter.write(object)).expandToBytes(variables, strict);
        } catch (SubstitutionException e) {
            throw e.wrapped("envsubst error: variable substitution failed: ");
        }
        List<Node> documents;
        try {
            documents = YamlReader.readAll(text, "", YamlMode.KUBERNETES);
        } catch (YamlException e) {
            throw new SubstitutionException("envsubst error: YAMLToJSON: " + e.upstream());
        }
        if (!documents.isEmpty() && documents.get(0) instanceof MapNode substituted) {
            return (MapNode) GoJson.withFloats(substituted);
        }
        throw new SubstitutionException("UnmarshalJSON: json: cannot unmarshal "
                + (documents.isEmpty() ? "null" : GoJson.type(documents.get(0)))
                + " into Go value of type map[string]interface {}");
    }

    /** Later references win over earlier ones, inline values over all; line feeds are dropped from every value. */
    private Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        for (Node reference : postBuild.findList("substituteFrom")) {
            String kind = ObjectFields.kind(reference);
            if (kind.equals("ConfigMap") || kind.equals("Secret")) {
                read(reference, kind).forEach((key, value) -> variables.put(key, value.replace("\n", "")));
            }
        }
        postBuild.findMap("substitute").strings().forEach((key, value) -> variables.put(key, value.replace("\n", "")));
        return variables;
    }

    private Map<String, String> read(Node reference, String kind) {
        String name = reference.findText("name");
        VariableSource.Read read = source.read(kind, namespace, name);
        MapNode object = read.object();
        if (object == null) {
            if (reference.isTrue("optional") && read.notFound()) {
                return Map.of();
            }
            throw new SubstitutionException("substitute from '" + kind + "/" + name + "' error: " + read.error());
        }
        return kind.equals("Secret") ? decoded(object) : object.findMap("data").strings();
    }

    private static Map<String, String> decoded(MapNode secret) {
        Map<String, String> values = new TreeMap<>();
        secret.findMap("data").forEach((key, value) -> {
            String text = value instanceof ScalarNode scalar && scalar.isString() ? scalar.stringValue() : "";
            byte[] bytes = Base64.getMimeDecoder().decode(text);
            values.put(key, new String(bytes, StandardCharsets.UTF_8));
        });
        return values;
    }
}
