package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of an API key's life. */
public final class ApiKeyEvents {

    public static final EventType<ApiKeyFact> CREATED =
            new EventType<>("identity.api-key.created.v1", ApiKeyFact.class, "A user made an API key.");

    public static final EventType<ApiKeyFact> CHANGED = new EventType<>(
            "identity.api-key.changed.v1", ApiKeyFact.class, "What an API key allows, or its name, changed.");

    public static final EventType<ApiKeyFact> REVOKED = new EventType<>(
            "identity.api-key.revoked.v1", ApiKeyFact.class, "An API key was revoked and is refused from now on.");

    public static final List<EventType<ApiKeyFact>> TYPES = List.of(CREATED, CHANGED, REVOKED);

    private ApiKeyEvents() {}
}
