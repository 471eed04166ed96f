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

/** A service account as every service needs it to let its tokens in; nothing here proves who somebody is. */
@JsonClassDescription("A tenant's account for a program, which gets short-lived tokens for its secret.")
public record ServiceAccountFact(
        @JsonPropertyDescription("The subject of the account's access tokens.")
        UUID id,

        @JsonPropertyDescription("Counts the changes of this account; ignore what is not newer than what you hold.")
        long generation,

        UUID tenantId,

        @JsonPropertyDescription("Unique within the tenant.")
        String name,

        @Nullable String description,

        @JsonPropertyDescription("Names of built-in roles of tenants and of the tenant's own.")
        Set<String> roles,

        @JsonPropertyDescription(
                "The user group that is the account's project: its roles hold for what belongs to the group's members, of whom it is one; absent for all of the tenant.")
        @Nullable UUID groupId,

        @JsonPropertyDescription("The secret and the tokens of a disabled account are refused.")
        boolean isEnabled,

        @JsonPropertyDescription("Tokens issued before this are refused.") @Nullable Instant tokensNotBefore,

        Instant createdAt,
        Instant updatedAt,

        @JsonPropertyDescription("Who created it.") @Nullable UUID createdBy,

        @JsonPropertyDescription("Who changed it last; absent where the platform did.") @Nullable UUID updatedBy,

        @JsonPropertyDescription("Present exactly when the account is deleted.") @Nullable Instant deletedAt)
        implements Fact {

    /** Under which name its calls are told from those of people. */
    public String username() {
        return "service-account/" + name;
    }

    /** Keeps roles in a fixed order, so that the same state is always the same text. */
    public ServiceAccountFact {
        roles = unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
