package io.skyholm.events.storage;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A schedule of snapshots as every service may know it. */
@JsonClassDescription("When snapshots of a disk are made by themselves, and how long they are kept.")
public record SnapshotScheduleFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this schedule; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The disk of which it makes snapshots.")
        UUID diskId,

        String name,

        @JsonPropertyDescription("How often it makes a snapshot.")
        ScheduleFrequency frequency,

        @JsonPropertyDescription("Present exactly when it is WEEKLY.") @Nullable DayOfWeek dayOfWeek,

        @JsonPropertyDescription("The hour of the day; absent when it is HOURLY.") @Nullable Integer hour,

        @JsonPropertyDescription("The time zone of the hour and the day.")
        String timeZone,

        @JsonPropertyDescription("How many of its newest snapshots are kept, however old they are.") @Nullable Integer keepLast,

        @JsonPropertyDescription("For how many days each of its snapshots is kept.") @Nullable Integer keepDays,

        @JsonPropertyDescription("Whether it has a backup made of each of its snapshots.") @Nullable Boolean backup,

        @JsonPropertyDescription("Whether it makes and deletes snapshots.")
        boolean isEnabled,

        @JsonPropertyDescription("When it makes the next; absent while it is not enabled.") @Nullable Instant nextAt,

        @JsonPropertyDescription("When it made the last; absent until it has made one.") @Nullable Instant lastAt,

        @JsonPropertyDescription("Why it could not make one, or its backup, when it was time; absent once it could.")
        @Nullable String failureReason,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present once it is deleted.") @Nullable Instant deletedAt)
        implements Fact {}
