package io.skyholm.identity.user;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.UserStatus;
import io.skyholm.identity.tenant.CountsOfTenants;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a user: a field that is left out stays, one that is null is cleared. */
public record ChangeUser(
        @Email @Size(max = 254) @Nullable String email,
        @Nullable Optional<@Name String> firstName,
        @Nullable Optional<@Name String> lastName,
        @Nullable UserStatus status,

        @Size(min = 1, max = 50) @Nullable Set<@NotNull @Name String> roles,

        @Nullable Optional<@Valid QuotaConfig> quotaConfig,

        @Size(max = 20) @Nullable Map<@NotNull @Name String, @NotNull @Name String> externalIds,

        @Nullable Boolean totpRequired) {

    /** Whoever may no longer come in does not do so with a token from before either. */
    void applyTo(User user, Instant now) {
        if (status == UserStatus.DELETED) {
            throw UserProblems.deleteToDelete();
        }
        if (email != null && !email.equalsIgnoreCase(user.email)) {
            user.email = email;
            user.emailVerified = false;
        }
        user.firstName = Patch.of(firstName, user.firstName);
        user.lastName = Patch.of(lastName, user.lastName);
        user.status = Patch.of(status, user.status);
        user.quotaConfig = CountsOfTenants.refuseCounts(Patch.of(quotaConfig, user.quotaConfig));
        user.externalIds = Patch.of(externalIds, user.externalIds);
        user.totpRequired = Patch.of(totpRequired, user.totpRequired);
        if (roles != null) {
            user.hold(roles);
        }
        if (user.status != UserStatus.ACTIVE) {
            user.endTokens(now);
        }
    }
}
