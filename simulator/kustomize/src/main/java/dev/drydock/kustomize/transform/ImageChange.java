package dev.drydock.kustomize.transform;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.drydock.kustomize.CrashException;
import dev.drydock.yaml.GoRepeats;
import dev.drydock.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/** What an entry of {@code images} makes of an image; filters/imagetag/updater.go and api/internal/image. */
public final class ImageChange {

    /** Null for a bad expression. */
    private final @Nullable Pattern matching;

    private final String newName;
    private final String newTag;
    private final String digest;
    private final String tagSuffix;

    private ImageChange(@Nullable Pattern matching, MapNode entry) {
        this.matching = matching;
        this.newName = entry.findText("newName");
        this.newTag = entry.findText("newTag");
        this.digest = entry.findText("digest");
        this.tagSuffix = entry.findText("tagSuffix");
    }

    /** The change of an entry. */
    public static ImageChange of(MapNode entry) {
        // the name goes into the expression as it is
        String expression = "^" + entry.findText("name") + "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$";
        if (GoRepeats.problem(expression) != null) {
            return new ImageChange(null, entry);
        }
        try {
            return new ImageChange(Pattern.compile(expression), entry);
        } catch (PatternSyntaxException e) {
            return new ImageChange(null, entry);
        }
    }

    /** The changed image, or null when another one is meant. */
    @Nullable
    String apply(String image) {
        if (matching == null) {
            throw CrashException.nilPointer();
        }
        if (!matching.matcher(image).find()) {
            return null;
        }
        int slash = Math.max(image.indexOf('/'), 0);
        int at = image.indexOf('@', slash);
        int colon = image.indexOf(':', slash);
        boolean tagged = colon >= 0 && (at < 0 || colon < at);
        int end = tagged ? colon : at >= 0 ? at : image.length();
        String name = newName.isEmpty() ? image.substring(0, end) : newName;
        String tag = tagged ? image.substring(colon + 1, at < 0 ? image.length() : at) : "";
        String hash = at < 0 ? "" : image.substring(at + 1);
        if (!newTag.isEmpty()) {
            tag = newTag;
            hash = digest;
        } else if (!digest.isEmpty()) {
            tag = "";
            hash = digest;
        } else if (!tagSuffix.isEmpty()) {
            tag = tag + tagSuffix;
            hash = "";
        }
        return name + (tag.isEmpty() ? "" : ":" + tag) + (hash.isEmpty() ? "" : "@" + hash);
    }
}
