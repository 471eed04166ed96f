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

/** A new user; without a tenant it is the caller's. */
public record CreateUser(
        @Nullable UUID tenantId,

        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._@-]{1,99}", message = "must be 2 to 100 small letters, digits and . _ @ -") String username,

        @NotNull @Email @Size(max = 254) String email,
        @Name @Nullable String firstName,
        @Name @Nullable String lastName,
        @Size(min = 1, max = 50) Set<@NotNull @Name String> roles,
        @Valid @Nullable QuotaConfig quotaConfig,

        @Size(max = 20) Map<@NotNull @Name String, @NotNull @Name String> externalIds) {

    /** The role of whoever is given none. */
    private static final Set<String> ORDINARY = Set.of("USER");

    @SuppressWarnings("NullAway") // JSON may leave both out.
    public CreateUser {
        roles = roles == null ? ORDINARY : roles;
        externalIds = externalIds == null ? Map.of() : externalIds;
    }
}
