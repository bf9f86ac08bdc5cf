package dev.drydock.helm.function;

import dev.drydock.helm.value.GoTree;
import dev.drydock.yaml.YamlWriter;
import org.jspecify.annotations.Nullable;

/** {@code toYamlPretty}: go-yaml v3 on the values themselves, so numbers stay floating-point numbers. */
final class PrettyYaml {

    private PrettyYaml() {}

    static String write(@Nullable Object value) {
        String text = YamlWriter.writeIndented(GoTree.encode(value));
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
