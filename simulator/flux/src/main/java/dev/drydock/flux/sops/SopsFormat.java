package dev.drydock.flux.sops;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The formats of encrypted files, with what tells that a file of the format is encrypted. */
enum SopsFormat {
    BINARY("binary", "\"mac\": \"ENC["),
    DOTENV("dotenv", "sops_mac=ENC["),
    INI("INI", "[sops]"),
    JSON("JSON", "\"mac\": \"ENC["),
    YAML("YAML", "mac: ENC[");

    private final String shown;
    private final String marker;

    SopsFormat(String shown, String marker) {
        this.shown = shown;
        this.marker = marker;
    }

    String shown() {
        return shown;
    }

    boolean marks(byte[] data) {
        return new String(data, StandardCharsets.ISO_8859_1).contains(marker);
    }

    static SopsFormat ofPath(String path) {
        if (path.endsWith(".yaml") || path.endsWith(".yml")) {
            return YAML;
        }
        if (path.endsWith(".json") || path.endsWith(".dockerconfigjson")) {
            return JSON;
        }
        if (path.endsWith(".env")) {
            return DOTENV;
        }
        return path.endsWith(".ini") ? INI : BINARY;
    }

    /** The format of a value that is encrypted, null when it is not; JSON and binary look the same. */
    static @Nullable SopsFormat ofMarkers(byte[] data) {
        for (SopsFormat format : new SopsFormat[] {YAML, JSON, DOTENV, INI}) {
            if (format.marks(data)) {
                return format;
            }
        }
        return null;
    }
}
