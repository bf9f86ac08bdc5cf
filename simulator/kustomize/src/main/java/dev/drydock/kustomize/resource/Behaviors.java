package dev.drydock.kustomize.resource;

/** The words for what a generator does when its object is there already. */
final class Behaviors {

    private Behaviors() {}

    /** The word itself, {@code unspecified} for anything unknown. */
    static String word(String behavior) {
        return switch (behavior) {
            case "create", "replace", "merge" -> behavior;
            default -> "unspecified";
        };
    }
}
