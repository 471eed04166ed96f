package io.skyholm.events.audit;

import io.skyholm.events.EventType;
import java.util.List;

/** What services tell of the calls that reach them. */
public final class CallEvents {

    public static final EventType<CallFact> ENDED = new EventType<>(
            "audit.call.ended.v1",
            CallFact.class,
            "A call that was to change something, or came under an access grant, has ended.");

    public static final List<EventType<CallFact>> TYPES = List.of(ENDED);

    private CallEvents() {}
}
