package io.skyholm.runtime.call;

import org.jspecify.annotations.Nullable;

/** Where a call comes from, and the ids under which it is found again in logs, events and traces. */
public record Origin(
        String requestId,
        String correlationId,
        @Nullable String address,
        @Nullable String agent) {}
