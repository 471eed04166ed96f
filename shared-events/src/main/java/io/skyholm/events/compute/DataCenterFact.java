package io.skyholm.events.compute;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edge data centre as every service may know it. */
@JsonClassDescription("An edge data centre: a place with machines.")
public record DataCenterFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this data centre; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Unique on the platform.") String name,
        @Nullable String location,

        @JsonPropertyDescription("The region it is in, as instances name it.") @Nullable String region,

        DataCenterStatus status,

        @JsonPropertyDescription("The first VLAN id that its networks may be given; absent where they get none.")
        @Nullable Integer vlanRangeStart,

        @JsonPropertyDescription("The last VLAN id that its networks may be given.") @Nullable Integer vlanRangeEnd,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {

    /** Belongs to the platform. */
    @Override
    public @Nullable UUID tenantId() {
        return null;
    }
}
