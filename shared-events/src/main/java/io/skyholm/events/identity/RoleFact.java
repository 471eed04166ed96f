package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedSet;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import io.skyholm.events.access.Permission;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that a tenant made for itself, as every service needs it to check what somebody may do. */
@JsonClassDescription("A role of a tenant's own: a name for a set of permissions.")
public record RoleFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this role; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Unique within the tenant, never that of a built-in role, and never changed.")
        String name,

        @Nullable String description,

        @JsonPropertyDescription("Whether users who are created or invited without roles get it.")
        boolean isDefault,

        Set<Permission> permissions,
        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the role is deleted.") @Nullable Instant deletedAt)
        implements Fact {

    /** Keeps permissions in a fixed order, so that the same state is always the same text. */
    public RoleFact {
        permissions = unmodifiableSortedSet(new TreeSet<>(permissions));
    }
}
