package io.skyholm.identity.keycloak;

/** The directory has no such user, or not yet. */
public final class DirectoryUserNotFound extends RuntimeException {

    DirectoryUserNotFound(Throwable cause) {
        super("The directory has no such user", cause);
    }
}
