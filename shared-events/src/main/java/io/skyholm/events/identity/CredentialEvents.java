package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** What people do at Keycloak with what they log in by. */
public final class CredentialEvents {

    public static final EventType<CredentialFact> CHANGED = new EventType<>(
            "identity.credential.changed.v1",
            CredentialFact.class,
            "Somebody set a password or a second factor at Keycloak, or replaced it.");

    public static final EventType<CredentialFact> REMOVED = new EventType<>(
            "identity.credential.removed.v1",
            CredentialFact.class,
            "Somebody removed one of the ways in which they can log in.");

    public static final List<EventType<CredentialFact>> TYPES = List.of(CHANGED, REMOVED);

    private CredentialEvents() {}
}
