package dev.drydock.cel.kubernetes;

import dev.drydock.cel.type.CelType;
import dev.drydock.cel.value.CustomValue;
import dev.drydock.cel.value.Failure;
import dev.drydock.cel.value.Scalar;
import dev.drydock.cel.value.Value;

/** A URL as a value. */
record UrlValue(GoUrl url) implements CustomValue {

    static final CelType TYPE = CelType.object("kubernetes.URL");

    static UrlValue parse(String text) {
        try {
            GoUrl.parseRequest(text);
            return new UrlValue(GoUrl.parse(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("URL parse error during conversion from string: " + e.getMessage());
        }
    }

    @Override
    public Value equal(Value other) {
        return other instanceof UrlValue value ? Scalar.of(url.equals(value.url)) : Failure.noSuchOverload(other);
    }

    @Override
    public CelType type() {
        return TYPE;
    }
}
