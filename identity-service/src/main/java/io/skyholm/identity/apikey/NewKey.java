package io.skyholm.identity.apikey;

import io.skyholm.runtime.access.ApiKeyText;
import java.security.SecureRandom;
import java.util.Base64;

/** A key that was just made; its text is shown once and kept nowhere. */
record NewKey(String text) {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 32;
    private static final int SHOWN = 8;

    static NewKey make() {
        byte[] bytes = new byte[BYTES];
        CHANCE.nextBytes(bytes);
        return new NewKey(
                ApiKeyText.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** By which its owner knows it again. */
    String prefix() {
        return text.substring(0, ApiKeyText.PREFIX.length() + SHOWN);
    }

    String hash() {
        return ApiKeyText.hash(text);
    }

    @Override
    public String toString() {
        return prefix() + "…";
    }
}
