package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** What Keycloak saw of people who log in. */
public final class LoginEvents {

    public static final EventType<LoginFact> SUCCEEDED =
            new EventType<>("identity.login.succeeded.v1", LoginFact.class, "Somebody proved who they are.");

    public static final EventType<LoginFact> FAILED = new EventType<>(
            "identity.login.failed.v1", LoginFact.class, "Somebody tried to log in and was turned away.");

    public static final List<EventType<LoginFact>> TYPES = List.of(SUCCEEDED, FAILED);

    private LoginEvents() {}
}
