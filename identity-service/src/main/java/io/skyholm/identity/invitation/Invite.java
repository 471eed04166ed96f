package io.skyholm.identity.invitation;

import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invitation to a tenant; without one it is the caller's, and without roles it promises those that the tenant gives everybody.
 */
public record Invite(
        @Nullable UUID tenantId,
        @NotNull @Email @Size(max = 254) String email,
        @Size(min = 1, max = 50) @Nullable Set<@NotNull @Name String> roles,
        @Min(1) @Max(30) @Nullable Integer expiresInDays) {

    private static final int USUAL_DAYS = 7;

    int days() {
        return expiresInDays == null ? USUAL_DAYS : expiresInDays;
    }
}
