package dev.drydock.flux.kustomization;

import dev.drydock.yaml.MapNode;

/** What looking up the source of a Kustomization gave. */
sealed interface SourceAnswer {

    /**
     * The source.
     *
     * @param object the live source
     */
    record Found(MapNode object) implements SourceAnswer {}

    /**
     * There is no such source.
     *
     * @param message words of the cache
     */
    record Missing(String message) implements SourceAnswer {}

    /**
     * A rule forbids it.
     *
     * @param message words of the controller
     */
    record Denied(String message) implements SourceAnswer {}

    /**
     * It could not be read.
     *
     * @param message words of the controller
     */
    record Unreadable(String message) implements SourceAnswer {}
}
