package io.skyholm.identity.apikey;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new key of the caller's; without permissions it allows all that they may do. */
public record CreateApiKey(
        @NotNull @Name String name,

        @Size(max = 500) @Nullable Set<@NotNull Permission> permissions,

        @Nullable UUID groupId,

        @Size(max = 50) Set<@NotNull @AddressText String> allowedAddresses,

        @Future @Nullable Instant expiresAt) {

    @SuppressWarnings("NullAway") // JSON may leave it out.
    public CreateApiKey {
        allowedAddresses = allowedAddresses == null ? Set.of() : allowedAddresses;
    }
}
