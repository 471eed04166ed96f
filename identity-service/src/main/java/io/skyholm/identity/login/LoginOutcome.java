package io.skyholm.identity.login;

/** How an attempt to log in ended. */
public enum LoginOutcome {
    SUCCEEDED,
    FAILED
}
