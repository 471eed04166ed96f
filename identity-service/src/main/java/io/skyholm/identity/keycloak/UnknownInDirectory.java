package io.skyholm.identity.keycloak;

/** The directory has no such user, or not yet. */
public final class UnknownInDirectory extends RuntimeException {

    UnknownInDirectory(Throwable cause) {
        super("The directory has no such user", cause);
    }
}
