package dev.drydock.helm.manifest;

import dev.drydock.yaml.MapNode;
import dev.drydock.yaml.Node;
import dev.drydock.yaml.YamlException;
import dev.drydock.yaml.YamlMode;
import dev.drydock.yaml.YamlReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that stand twice in a map are found when kustomize writes the object, which then holds the annotation of its file and
 * the labels: the lines behind the metadata have moved down by theirs.
 */
final class RepeatedKeys {

    private static final Pattern LINE = Pattern.compile("line ([0-9]{1,9})");

    private RepeatedKeys() {}

    static String moved(String error, String document) {
        Node tree;
        try {
            tree = YamlReader.parseFirst(document, "", YamlMode.KUBERNETES).document();
        } catch (YamlException e) {
            return error;
        }
        if (!(tree instanceof MapNode map)) {
            return error;
        }
        int metadata = map.has("metadata") ? map.keyLocation("metadata").line() : Integer.MAX_VALUE;
        int annotations = map.find("metadata", "annotations") instanceof MapNode ? 1 : 2;
        int labels = map.find("metadata", "labels") instanceof MapNode ? 2 : 3;
        return LINE.matcher(error).replaceAll(found -> {
            int line = Integer.parseInt(found.group(1));
            int down = line > metadata ? annotations + labels : 0;
            return Matcher.quoteReplacement("line " + (line + down));
        });
    }
}
