package dev.drydock.kustomize.identity;

import org.jspecify.annotations.Nullable;

/** Group, version and kind; as a selector, empty parts match anything. */
public record Gvk(String group, String version, String kind) {

    /** Selects everything. */
    public static final Gvk ANY = new Gvk("", "", "");

    /** Splits an apiVersion at its first slash. */
    public static Gvk of(String apiVersion, String kind) {
        int slash = apiVersion.indexOf('/');
        return slash < 0
                ? new Gvk("", apiVersion, kind)
                : new Gvk(apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
    }

    /** {@code group/version}, or the version alone. */
    public String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** Whether every part that the selector gives is equal. */
    public boolean isSelectedBy(@Nullable Gvk selector) {
        if (selector == null) {
            return true;
        }
        return (selector.group.isEmpty() || selector.group.equals(group))
                && (selector.version.isEmpty() || selector.version.equals(version))
                && (selector.kind.isEmpty() || selector.kind.equals(kind));
    }

    /** {@code Kind.version.group} with words for empty parts. */
    @Override
    public String toString() {
        return (kind.isEmpty() ? "[noKind]" : kind)
                + "."
                + (version.isEmpty() ? "[noVer]" : version)
                + "."
                + (group.isEmpty() ? "[noGrp]" : group);
    }

    /** {@code group_version_kind}, with which kustomize orders kinds. */
    public String sortText() {
        return (group.isEmpty() ? "~G" : group)
                + "_"
                + (version.isEmpty() ? "~V" : version)
                + "_"
                + (kind.isEmpty() ? "~K" : kind);
    }
}
