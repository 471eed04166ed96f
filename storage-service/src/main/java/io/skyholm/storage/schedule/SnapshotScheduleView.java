package io.skyholm.storage.schedule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.skyholm.events.storage.ScheduleFrequency;
import io.skyholm.runtime.http.Versioned;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A schedule of a disk's snapshots as callers see it. */
@Schema(name = "SnapshotSchedule")
public record SnapshotScheduleView(
        UUID id,
        long generation,
        UUID tenantId,
        UUID diskId,
        String name,
        ScheduleFrequency frequency,
        @Nullable DayOfWeek dayOfWeek,
        @Nullable Integer hour,
        String timeZone,
        @Nullable Integer keepLast,
        @Nullable Integer keepDays,
        Boolean backup,
        @JsonProperty("isEnabled") boolean isEnabled,
        @Nullable Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable String failureReason,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID createdBy,
        @Nullable UUID updatedBy,
        @Nullable Instant deletedAt)
        implements Versioned {}
