package io.skyholm.identity.keycloak;

/** The directory did not answer, or said that it cannot now: nothing is wrong with what was asked. */
public final class DirectoryUnavailable extends RuntimeException {

    DirectoryUnavailable(Throwable cause) {
        super("The directory is away: " + cause.getMessage(), cause);
    }
}
