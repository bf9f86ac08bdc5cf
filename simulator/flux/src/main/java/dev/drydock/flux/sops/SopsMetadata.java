package dev.drydock.flux.sops;

import com.google.re2j.PatternSyntaxException;
import dev.drydock.cel.library.Patterns;
import dev.drydock.kubernetes.NotModelledException;
import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * What sops wrote beside the values: for which keys they are encrypted, and which of them are (stores/stores.go).
 *
 * @param keys the age keys
 * @param rule name of the one rule that says what is encrypted
 * @param argument its suffix or expression
 */
record SopsMetadata(List<AgeKey> keys, String rule, String argument) {

    private static final List<String> RULES = List.of(
            "unencrypted_suffix",
            "encrypted_suffix",
            "unencrypted_regex",
            "encrypted_regex",
            "unencrypted_comment_regex",
            "encrypted_comment_regex");
    private static final List<String> OTHERS = List.of("kms", "gcp_kms", "azure_kv", "hc_vault", "pgp", "hckms");

    /**
     * A key that the data key is encrypted for.
     *
     * @param recipient the public key
     * @param encrypted the data key, armored
     */
    record AgeKey(String recipient, String encrypted) {}

    /**
     * Reads the section.
     *
     * @throws SopsException for more than one rule
     * @throws NotModelledException for keys of other providers and for several groups of keys
     */
    static SopsMetadata of(MapNode section) {
        if (section.findList("key_groups").size() > 1 || section.find("shamir_threshold") != null) {
            throw new NotModelledException("several groups of keys (SOPS key_groups)");
        }
        MapNode group = section.findList("key_groups").isEmpty()
                ? section
                : (MapNode) section.findList("key_groups").get(0);
        List<AgeKey> keys = new ArrayList<>();
        for (Node key : group.findList("age")) {
            keys.add(new AgeKey(key.findText("recipient"), key.findText("enc")));
        }
        if (keys.isEmpty()
                && OTHERS.stream().anyMatch(other -> !group.findList(other).isEmpty())) {
            throw new NotModelledException("SOPS keys of other providers than age");
        }
        List<String> rules =
                RULES.stream().filter(rule -> !section.findText(rule).isEmpty()).toList();
        if (rules.size() > 1) {
            throw new SopsException("Cannot use more than one of encrypted_suffix, unencrypted_suffix, encrypted_regex,"
                    + " unencrypted_regex, encrypted_comment_regex, or unencrypted_comment_regex in the same file");
        }
        return rules.isEmpty()
                ? new SopsMetadata(keys, RULES.get(0), "_unencrypted")
                : new SopsMetadata(keys, rules.get(0), section.findText(rules.get(0)));
    }

    /** Whether keys of other providers could open what age keys do not. */
    static boolean hasOthers(MapNode section) {
        return OTHERS.stream().anyMatch(other -> !section.findList(other).isEmpty());
    }

    /** Whether the value at a path is encrypted; comments do not survive the way here. */
    boolean isEncrypted(List<String> path) {
        return switch (rule) {
            case "unencrypted_suffix" -> path.stream().noneMatch(key -> key.endsWith(argument));
            case "encrypted_suffix" -> path.stream().anyMatch(key -> key.endsWith(argument));
            case "unencrypted_regex" -> path.stream().noneMatch(this::matches);
            case "encrypted_regex" -> path.stream().anyMatch(this::matches);
            default -> rule.equals("unencrypted_comment_regex");
        };
    }

    private boolean matches(String key) {
        try {
            return Patterns.compile(argument).matcher(key).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
