package io.skyholm.runtime.inbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event that is kept because it cannot be applied: its id, where it came from, and all that it said. */
public record ParkedEvent(
        String id,
        String topic,
        Map<String, String> headers,
        @Nullable String payload) {}
