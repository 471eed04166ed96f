package io.skyholm.events.audit;

import io.skyholm.events.EventType;
import java.util.List;

/** What services tell of calls that they refused to whoever it was. */
public final class RefusedCallsEvents {

    public static final EventType<RefusedCallsFact> COUNTED = new EventType<>(
            "audit.refused-calls.counted.v1",
            RefusedCallsFact.class,
            "Calls of nobody in particular, or of one caller beyond so many a minute, were refused; they are counted, not told one by one.");

    public static final List<EventType<RefusedCallsFact>> TYPES = List.of(COUNTED);

    private RefusedCallsEvents() {}
}
