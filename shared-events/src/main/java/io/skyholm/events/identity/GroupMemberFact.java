package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a user is in a group, and with it under the limits of that group and of all that it is within. */
@JsonClassDescription("The membership of a user in a group; somebody who comes back has a new one.")
public record GroupMemberFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this membership; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,
        UUID groupId,
        UUID userId,
        Instant joinedAt,

        @JsonPropertyDescription("The user who took them in.") @Nullable UUID addedBy,

        @JsonPropertyDescription("Present exactly when they are no member any more.") @Nullable Instant removedAt)
        implements Fact {}
