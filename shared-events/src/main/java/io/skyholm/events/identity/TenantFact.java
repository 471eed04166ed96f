package io.skyholm.events.identity;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tenant as every service may know it. */
@JsonClassDescription("A tenant: an organization with its own users, limits and resources.")
public record TenantFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this tenant; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Unique on the platform.") String name,
        @Nullable String description,

        @JsonPropertyDescription(
                "The users of a SUSPENDED tenant may read but not change; one that is DELETING is being emptied.")
        TenantStatus status,

        @JsonPropertyDescription("The user who answers for the tenant.") @Nullable UUID adminUserId,

        @JsonPropertyDescription("The VLAN that is the tenant's alone.") @Nullable Integer vlanId,

        @Nullable QuotaConfig quotaConfig,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {

    @Override
    public UUID tenantId() {
        return id;
    }
}
