package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedMap;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A named set of colours for panels. */
@JsonClassDescription("A theme: a named set of colours for panels.")
public record ThemeFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this theme; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for the platform's own themes.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Unique among its tenant's.")
        String name,

        @JsonPropertyDescription("Colours as CSS writes them, by what each is for.")
        Map<String, String> colors,

        @JsonPropertyDescription("Whether it is in use; of a tenant's themes one is at most.")
        boolean isActive,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the theme is deleted.") @Nullable Instant deletedAt)
        implements Fact {

    /** Keeps colours in a fixed order, so that the same state is always the same text. */
    public ThemeFact {
        colors = unmodifiableSortedMap(new TreeMap<>(colors));
    }
}
