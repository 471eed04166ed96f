package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.access.Secret;

/** The secret of a service account; its beginning tells whoever finds it in a file, and programs that look for such, what it is. */
record ClientSecret(String text) {

    private static final String PREFIX = "skysa_";

    static ClientSecret make() {
        return new ClientSecret(PREFIX + Secret.fresh().text());
    }

    Secret secret() {
        return new Secret(text);
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
