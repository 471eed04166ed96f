package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedSet;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
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

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt,

        @JsonPropertyDescription("The resource types of which reading calls are recorded, too.") @Nullable Set<String> recordedReads)
        implements Fact {

    /** Keeps types in a fixed order, so that the same state is always the same text. */
    public TenantFact {
        recordedReads = recordedReads == null ? null : unmodifiableSortedSet(new TreeSet<>(recordedReads));
    }

    /** Of which no reading call is recorded. */
    public TenantFact(
            UUID id,
            long generation,
            String name,
            @Nullable String description,
            TenantStatus status,
            @Nullable UUID adminUserId,
            @Nullable Integer vlanId,
            @Nullable QuotaConfig quotaConfig,
            Instant createdAt,
            Instant updatedAt,
            @Nullable UUID createdBy,
            @Nullable UUID updatedBy,
            @Nullable Instant deletedAt) {
        this(
                id,
                generation,
                name,
                description,
                status,
                adminUserId,
                vlanId,
                quotaConfig,
                createdAt,
                updatedAt,
                createdBy,
                updatedBy,
                deletedAt,
                null);
    }

    @Override
    public UUID tenantId() {
        return id;
    }
}
