package dev.drydock.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/** The way from the root of a document to a value, written {@code spec.containers[0].name}. */
final class KeyPath {

    /** Keys as strings, indexes as integers, the root first. */
    private final Deque<Object> steps = new ArrayDeque<>();

    void key(String key) {
        steps.addLast(key);
    }

    void index(int index) {
        steps.addLast(index);
    }

    void pop() {
        steps.removeLast();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer) {
                out.append('[').append(step).append(']');
            } else {
                out.append(out.length() == 0 ? "" : ".").append(step);
            }
        }
        return out.toString();
    }
}
