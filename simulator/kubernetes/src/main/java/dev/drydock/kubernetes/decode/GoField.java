package dev.drydock.kubernetes.decode;

/**
 * A field of a Go struct as JSON sees it.
 *
 * @param name its JSON name, empty for an embedded struct
 * @param type its type
 * @param omitEmpty whether an empty value is left out
 * @param omitZero whether a zero struct is left out
 */
record GoField(String name, GoType type, boolean omitEmpty, boolean omitZero) {

    static GoField parse(String word) {
        int colon = word.indexOf(':');
        String name = word.substring(0, colon);
        boolean omitZero = name.endsWith("0") && (name.contains("?") || name.length() > 1);
        name = omitZero ? name.substring(0, name.length() - 1) : name;
        boolean omitEmpty = name.endsWith("?");
        name = omitEmpty ? name.substring(0, name.length() - 1) : name;
        return new GoField(name, GoType.parse(word.substring(colon + 1)), omitEmpty, omitZero);
    }

    boolean isEmbedded() {
        return name.isEmpty();
    }
}
