package dev.drydock.helm.schema;

import dev.drydock.helm.NotModelledException;
import dev.drydock.yaml.Node;

/** The draft that a schema is written in. */
enum Dialect {
    DRAFT4(4, "http://json-schema.org/draft-04/schema#"),
    DRAFT6(6, "http://json-schema.org/draft-06/schema#"),
    DRAFT7(7, "http://json-schema.org/draft-07/schema#"),
    DRAFT2019(2019, "https://json-schema.org/draft/2019-09/schema#"),
    DRAFT2020(2020, "https://json-schema.org/draft/2020-12/schema#");

    private final int version;
    private final String url;

    Dialect(int version, String url) {
        this.version = version;
        this.url = url;
    }

    String url() {
        return url;
    }

    /** Whether this draft is that one or a later one. */
    boolean since(int other) {
        return version >= other;
    }

    static Dialect of(Node schema) {
        String declared = schema.findText("$schema");
        if (declared.isEmpty()) {
            return DRAFT2020;
        }
        String plain = plain(declared);
        for (Dialect dialect : values()) {
            if (plain(dialect.url).equals(plain)) {
                return dialect;
            }
        }
        throw new NotModelledException("the dialect " + declared + " of a values schema");
    }

    private static String plain(String url) {
        String text = url.endsWith("#") ? url.substring(0, url.length() - 1) : url;
        return text.substring(text.indexOf("//") + 2);
    }
}
