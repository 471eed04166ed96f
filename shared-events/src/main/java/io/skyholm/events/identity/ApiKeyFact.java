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

/** An API key as every service needs it to let its bearer in; the key itself is known to its owner alone. */
@JsonClassDescription("An API key of a user; the key itself was shown once and is kept by nobody.")
public record ApiKeyFact(
        UUID id,

        @JsonPropertyDescription("Counts the changes of this key; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Whose key it is: it never allows more than this user may do.")
        UUID userId,

        String name,

        @JsonPropertyDescription("The beginning of the key, by which its owner knows it.")
        String prefix,

        @JsonPropertyDescription("The SHA-256 of the whole key in hexadecimal digits; audit leaves it out.")
        String keyHash,

        @JsonPropertyDescription("What the key may be used for; absent for all that its owner may do.") @Nullable Set<Permission> permissions,

        @JsonPropertyDescription(
                "The user group that is the key's project: it reaches nothing that belongs to others; absent for all that its owner may reach.")
        @Nullable UUID groupId,

        @JsonPropertyDescription("From where it may be used, as CIDR blocks; empty for anywhere.")
        Set<String> allowedAddresses,

        @JsonPropertyDescription("After this it is refused; absent if it does not expire.") @Nullable Instant expiresAt,

        @JsonPropertyDescription("False once it is revoked.")
        boolean isActive,

        Instant createdAt,
        Instant updatedAt)
        implements Fact {

    /** Keeps permissions and addresses in a fixed order, so that the same state is always the same text. */
    public ApiKeyFact {
        permissions = permissions == null ? null : unmodifiableSortedSet(new TreeSet<>(permissions));
        allowedAddresses = unmodifiableSortedSet(new TreeSet<>(allowedAddresses));
    }
}
