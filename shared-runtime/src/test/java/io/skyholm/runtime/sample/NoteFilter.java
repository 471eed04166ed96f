package io.skyholm.runtime.sample;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which notes are wanted. */
public record NoteFilter(
        @QueryParam("mood") @Nullable NoteMood mood,
        @QueryParam("title") @Nullable String title,
        @QueryParam("tenantId") @Nullable UUID tenantId,
        @QueryParam("from") @Nullable Instant from) {}
