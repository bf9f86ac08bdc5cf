package dev.drydock.helm.engine;

import dev.drydock.helm.value.GoFunction;
import dev.drydock.helm.value.GoObject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * {@code .Capabilities.KubeVersion}.
 *
 * @param version full version, such as {@code v1.33.4-gke.1245000}
 * @param major first number
 * @param minor second number
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public record KubeVersion(String version, String major, String minor) implements GoObject {

    private static final Pattern FORM = Pattern.compile("v?([0-9]+)\\.([0-9]+)(?:\\.([0-9]+))?.*");

    /** The version that an API server tells. */
    public static KubeVersion of(String text) {
        String version = text.startsWith("v") ? text : "v" + text;
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return new KubeVersion(version, "", "");
        }
        return new KubeVersion(version, matcher.group(1), matcher.group(2));
    }

    @Override
    public String type() {
        return "common.KubeVersion";
    }

    @Override
    public String kind() {
        return "struct";
    }

    @Override
    public @Nullable GoFunction method(String name) {
        return switch (name) {
            case "String", "GitVersion" -> GoFunction.of(a -> version);
            default -> null;
        };
    }

    @Override
    public boolean hasField(String name) {
        return name.equals("Version") || name.equals("Major") || name.equals("Minor");
    }

    @Override
    public Object field(String name) {
        return switch (name) {
            case "Version" -> version;
            case "Major" -> major;
            default -> minor;
        };
    }

    @Override
    public String addressableText() {
        return version;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("Version", version),
                new Field("normalizedVersion", ""),
                new Field("Major", major),
                new Field("Minor", minor));
    }
}
