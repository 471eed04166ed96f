package io.skyholm.events.identity;

import io.skyholm.events.EventType;
import java.util.List;

/** The events of a session's life. */
public final class SessionEvents {

    public static final EventType<SessionFact> STARTED =
            new EventType<>("identity.session.started.v1", SessionFact.class, "Somebody logged in.");

    public static final EventType<SessionFact> ENDED = new EventType<>(
            "identity.session.ended.v1", SessionFact.class, "A session was ended, by its user or by somebody else.");

    public static final List<EventType<SessionFact>> TYPES = List.of(STARTED, ENDED);

    private SessionEvents() {}
}
