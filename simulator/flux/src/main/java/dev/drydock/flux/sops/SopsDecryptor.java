package dev.drydock.flux.sops;

import dev.drydock.flux.ssa.ObjectFields;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.JsonReader;
import dev.drydock.yaml.JsonWriter;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import dev.drydock.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The keys of one Kustomization, and what they open (kustomize-controller internal/decryptor/decryptor.go). */
public final class SopsDecryptor {

    private static final String KEY_FILE = ".agekey";

    private final AgeIdentities identities = new AgeIdentities();
    private final boolean otherKeys;

    private SopsDecryptor(boolean otherKeys) {
        this.otherKeys = otherKeys;
    }

    /**
     * A decryptor with the keys of a Secret.
     *
     * @param files keys of the Secret to their content
     * @param secret name of the Secret with its namespace, for messages
     * @throws SopsException for a key that cannot be read
     * @throws NotModelledException where jagged is missing
     */
    public static SopsDecryptor of(Map<String, String> files, String secret) {
        try {
            boolean others =
                    files.keySet().stream().anyMatch(name -> name.endsWith(".asc") || name.startsWith("sops."));
            SopsDecryptor decryptor = new SopsDecryptor(others);
            files.forEach((name, content) -> {
                if (name.endsWith(KEY_FILE)) {
                    try {
                        decryptor.identities.add(content);
                    } catch (SopsException e) {
                        throw e.prefixed(
                                "failed to import '" + name + "' data from sops decryption Secret '" + secret + "'");
                    }
                }
            });
            return decryptor;
        } catch (NoClassDefFoundError e) {
            throw new NotModelledException("decryption with SOPS without the libraries of jagged on the class path");
        }
    }

    /**
     * An object as kustomize built it, opened; others as they are.
     *
     * @throws SopsException when it cannot be opened
     */
    public MapNode open(MapNode object) {
        String subject = "failed to decrypt and format '" + ObjectFields.namespace(object) + "/"
                + ObjectFields.name(object) + "' " + ObjectFields.kind(object);
        if (!object.findText("sops", "mac").isEmpty()) {
            try {
                return opened(object);
            } catch (SopsException e) {
                throw e.prefixed(subject + " data");
            }
        }
        if (!ObjectFields.kind(object).equals("Secret")) {
            return object;
        }
        MapNode data = object.findMap("data");
        for (String key : data.keys()) {
            byte[] value = decoded(data.findText(key));
            SopsFormat format = SopsFormat.ofMarkers(value);
            if (format == null) {
                continue;
            }
            try {
                byte[] plain = open(value, format, SopsFormat.ofPath(key));
                data = data.with(key, Base64.getEncoder().encodeToString(plain));
            } catch (SopsException e) {
                throw e.prefixed(subject + " field '" + key + "'");
            }
        }
        return data.isEmpty() ? object : object.with("data", data);
    }

    /** A file that may be encrypted; as it is when it is not. */
    byte[] openFile(byte[] file, SopsFormat format) {
        return format.marks(file) ? open(file, format, format) : file;
    }

    private byte[] open(byte[] data, SopsFormat from, SopsFormat to) {
        MapNode tree = read(new String(data, StandardCharsets.UTF_8), from);
        MapNode plain = opened(tree);
        String text = switch (to) {
            case BINARY -> plain.findText("data");
            case JSON -> tabbed(JsonWriter.pretty(plain));
            case DOTENV -> DotEnv.write(plain);
            case YAML -> YamlWriter.write(plain);
            case INI -> throw new NotModelledException("INI files that SOPS encrypted");
        };
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** JSON with a tab for every level. */
    private static String tabbed(String json) {
        StringBuilder text = new StringBuilder();
        json.lines().forEach(line -> {
            String rest = line.stripLeading();
            text.append("\t".repeat((line.length() - rest.length()) / 2))
                    .append(rest)
                    .append('\n');
        });
        return text.substring(0, text.length() - 1);
    }

    private static MapNode read(String text, SopsFormat format) {
        try {
            Node node = switch (format) {
                case JSON, BINARY -> JsonReader.read(text, "");
                case DOTENV -> DotEnv.read(text);
                case YAML -> single(YamlReader.readAll(text, "", YamlMode.KUBERNETES));
                case INI -> throw new NotModelledException("INI files that SOPS encrypted");
            };
            if (!(node instanceof MapNode map) || map.find("sops") == null) {
                throw new SopsException("sops metadata not found");
            }
            return map;
        } catch (YamlException e) {
            throw new NotModelledException("a file that SOPS encrypted and that cannot be read");
        } catch (SopsException e) {
            throw e.prefixed("failed to load encrypted " + format.shown() + " data");
        }
    }

    private static Node single(List<Node> documents) {
        if (documents.size() != 1) {
            throw new NotModelledException("several documents in a file that SOPS encrypted");
        }
        return documents.get(0);
    }

    private MapNode opened(MapNode tree) {
        MapNode section = tree.findMap("sops");
        SopsMetadata metadata;
        try {
            metadata = SopsMetadata.of(section);
        } catch (SopsException e) {
            throw e.prefixed("failed to load encrypted JSON data");
        }
        byte[] key = DataKey.of(metadata, identities, otherKeys && SopsMetadata.hasOthers(section));
        return new SopsTree(metadata, new SopsCipher(key)).open(tree.without("sops"));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
