package io.skyholm.identity.login;

import io.skyholm.identity.keycloak.DirectoryEvent;

/** How an attempt to log in ended. */
public enum LoginOutcome {
    SUCCEEDED,
    FAILED;

    /** How an event tells that it ended. */
    static LoginOutcome of(DirectoryEvent event) {
        return event.kind() == DirectoryEvent.Kind.LOGIN ? SUCCEEDED : FAILED;
    }
}
