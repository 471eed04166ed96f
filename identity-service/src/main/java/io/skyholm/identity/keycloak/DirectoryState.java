package io.skyholm.identity.keycloak;

/** Whether the directory holds the user as they are here. */
public enum DirectoryState {
    /** It does not yet; the reconciler sees to it. */
    PENDING,
    /** It does. */
    READY
}
