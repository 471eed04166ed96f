package io.skyholm.identity.apikey;

import io.skyholm.runtime.access.ApiKeyText;
import io.skyholm.runtime.access.Secret;

/** A key that was just made; its text is shown once and kept nowhere. */
record NewKey(String text) {

    private static final int SHOWN = 8;

    static NewKey make() {
        return new NewKey(ApiKeyText.PREFIX + Secret.fresh().text());
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
