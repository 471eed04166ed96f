package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a service account: a field that is left out stays, a description or group that is null is cleared. */
public record ChangeServiceAccount(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,

        @Size(min = 1, max = 50) @Nullable Set<@NotNull @Name String> roles,

        @Nullable Optional<UUID> groupId,
        @Nullable Boolean isEnabled) {

    void applyTo(ServiceAccount account, Instant realNow) {
        account.name = Patch.of(name, account.name);
        account.description = Patch.of(description, account.description);
        account.groupId = Patch.of(groupId, account.groupId);
        account.enable(Patch.of(isEnabled, account.isEnabled), realNow);
        if (roles != null) {
            account.hold(roles);
        }
    }

    /** The group that becomes the account's project, if one does. */
    @Nullable UUID newGroup() {
        return groupId == null ? null : groupId.orElse(null);
    }
}
