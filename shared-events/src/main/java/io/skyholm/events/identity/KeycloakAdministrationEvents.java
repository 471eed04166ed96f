package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** What is done by way of Keycloak's own administration, past the services. */
public final class KeycloakAdministrationEvents {

    public static final EventType<KeycloakAdministrationFact> PERFORMED = new EventType<>(
            "identity.keycloak-administration.performed.v1",
            KeycloakAdministrationFact.class,
            "An administrator of Keycloak changed something there.");

    public static final EventType<KeycloakAdministrationFact> FAILED = new EventType<>(
            "identity.keycloak-administration.failed.v1",
            KeycloakAdministrationFact.class,
            "An administrator of Keycloak tried to change something there and was refused.");

    public static final List<EventType<KeycloakAdministrationFact>> TYPES = List.of(PERFORMED, FAILED);

    private KeycloakAdministrationEvents() {}
}
