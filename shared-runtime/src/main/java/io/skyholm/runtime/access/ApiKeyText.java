package io.skyholm.runtime.access;

/** The text of an API key, and all that is kept of it. */
public final class ApiKeyText {

    /** By which a key is told from a token. */
    public static final String PREFIX = "sky_";

    private ApiKeyText() {}

    static boolean isOne(String credential) {
        return credential.startsWith(PREFIX);
    }

    /** What is kept of a key: it has 256 bits of chance, so nobody finds it from this. */
    public static String hash(String key) {
        return new Secret(key).hash();
    }
}
