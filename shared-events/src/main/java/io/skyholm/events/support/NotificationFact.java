package io.skyholm.events.support;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody was told. Whether they have read it is nobody's business. */
@JsonClassDescription("A notification: what somebody was told of what happened.")
public record NotificationFact(
        UUID id,

        @JsonPropertyDescription(
                "Counts the changes of this notification; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("The user who is told.") UUID userId,

        NotificationType type,

        @JsonPropertyDescription("One line, for a list.") String title,

        @JsonPropertyDescription("What happened, and what to do about it.")
        String message,

        @JsonPropertyDescription("What it is about, for programs: ids by the names that the API gives them.")
        Map<String, String> metadata,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy)
        implements Fact {

    /** Keeps what it is about in a fixed order, so that the same state is always the same text. */
    public NotificationFact {
        metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
    }
}
