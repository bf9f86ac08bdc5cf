package dev.drydock.kubernetes.kinds.defaults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tag of an image reference (distribution/reference; pkg/util/parsers). */
final class ImageTags {

    private static final String COMPONENT = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
    private static final String DOMAIN = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\\."
            + "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?))*(?::[0-9]+)?";
    private static final Pattern REFERENCE = Pattern.compile("(?:" + DOMAIN + "/)?" + COMPONENT + "(?:/" + COMPONENT
            + ")*(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?<digest>@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*"
            + ":[0-9a-fA-F]{32,})?");

    private ImageTags() {}

    /** Whether the image is meant to be the latest: tagged so, or neither tagged nor pinned. */
    static boolean isLatest(String image) {
        Matcher matcher = REFERENCE.matcher(image);
        if (!matcher.matches()) {
            return false;
        }
        String tag = matcher.group("tag");
        return tag == null ? matcher.group("digest") == null : tag.equals("latest");
    }
}
