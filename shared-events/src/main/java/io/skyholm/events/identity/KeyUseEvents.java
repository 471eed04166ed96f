package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** What services saw of API keys. */
public final class KeyUseEvents {

    public static final EventType<KeyUseFact> SEEN =
            new EventType<>("identity.key-use.seen.v1", KeyUseFact.class, "A service let the bearer of an API key in.");

    public static final List<EventType<KeyUseFact>> TYPES = List.of(SEEN);

    private KeyUseEvents() {}
}
