package io.skyholm.identity.user;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.http.Name;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A new user; without a tenant it is the caller's, and without roles they get those that the tenant gives everybody. A username
 * is no address: signing in takes both, and nobody keeps another's address by calling themselves so.
 */
public record CreateUser(
        @Nullable UUID tenantId,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{1,99}", message = "must be 2 to 100 small letters, digits and . _ -") String username,

        @NotNull @Email @Size(max = 254) String email,
        @Name @Nullable String firstName,
        @Name @Nullable String lastName,

        @Size(min = 1, max = 50) @Nullable Set<@NotNull @Name String> roles,

        @Valid @Nullable QuotaConfig quotaConfig,

        @Size(max = 20) Map<@NotNull @Name String, @NotNull @Name String> externalIds) {

    @SuppressWarnings("NullAway") // JSON may leave them out.
    public CreateUser {
        externalIds = externalIds == null ? Map.of() : externalIds;
    }
}
