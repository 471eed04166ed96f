package io.skyholm.identity.keycloak;

/** The directory has rules of its own, and what was asked breaks one. */
public final class DirectoryRefusal extends RuntimeException {

    DirectoryRefusal(Throwable cause) {
        super("it does not meet the password policy", cause);
    }
}
