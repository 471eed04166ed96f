package io.skyholm.events.identity;

import static java.util.Collections.unmodifiableSortedMap;
import static java.util.Collections.unmodifiableSortedSet;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.skyholm.events.Fact;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as every service may know them; nothing here proves who somebody is. */
@JsonClassDescription("A user: a person or a program with an account.")
public record UserFact(
        @JsonPropertyDescription("The subject of the user's access tokens.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this user; ignore what is not newer than what you hold.")
        long generation,

        @JsonPropertyDescription("Absent for users of the platform itself.") @Nullable UUID tenantId,

        @JsonPropertyDescription("Unique on the platform.") String username,
        @JsonPropertyDescription("Unique on the platform.") String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String fullName,

        @JsonPropertyDescription("Names of built-in roles and of the tenant's own.")
        Set<String> roles,

        @JsonPropertyDescription("Roles that the user holds within a project only, beside those in `roles`.") @Nullable Set<LimitedRole> limitedRoles,

        @JsonPropertyDescription("The tokens and keys of a user who is not ACTIVE are refused.")
        UserStatus status,

        boolean emailVerified,
        @Nullable QuotaConfig quotaConfig,
        @Nullable Instant lastLoginAt,

        @JsonPropertyDescription("The user's ids in other systems, by the system's name.")
        Map<String, String> externalIds,

        @JsonPropertyDescription("Tokens issued before this are refused.") @Nullable Instant tokensNotBefore,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("The user who created it; absent where the platform did.") @Nullable UUID createdBy,

        @JsonPropertyDescription("The user who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the status is DELETED.") @Nullable Instant deletedAt)
        implements Fact {

    /** Keeps roles and ids in a fixed order, so that the same state is always the same text. */
    public UserFact {
        roles = unmodifiableSortedSet(new TreeSet<>(roles));
        limitedRoles = limitedRoles == null ? null : unmodifiableSortedSet(new TreeSet<>(limitedRoles));
        externalIds = unmodifiableSortedMap(new TreeMap<>(externalIds));
    }
}
