package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to log in; it happened once and never changes. */
@JsonClassDescription("An attempt to log in, as Keycloak saw it.")
public record LoginFact(
        UUID id,

        @JsonPropertyDescription("Always 1.") long generation,

        @JsonPropertyDescription("Absent when nobody is known by that name.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Absent when nobody is known by that name.") @Nullable UUID userId,

        @JsonPropertyDescription("The name that was given; for a user who is known, theirs.") @Nullable String username,

        @JsonPropertyDescription("Why it failed, in Keycloak's word.") @Nullable String reason,

        @Nullable String ipAddress,
        Instant at)
        implements Fact {}
