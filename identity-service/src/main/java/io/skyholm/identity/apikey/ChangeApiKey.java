package io.skyholm.identity.apikey;

import io.skyholm.events.access.Permission;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a key: a field that is left out stays, a group or an expiry that is null is cleared. */
public record ChangeApiKey(
        @Name @Nullable String name,

        @Size(max = 500) @Nullable Set<@NotNull Permission> permissions,

        @Nullable Optional<UUID> groupId,

        @Size(max = 50) @Nullable Set<@NotNull @AddressText String> allowedAddresses,

        @Nullable Optional<@Future Instant> expiresAt) {

    /** Its owner alone decides what a key allows, and never more than they may do. */
    void applyTo(ApiKey key, Caller caller, Instant now) {
        KeyAccess.allowed(caller, permissions);
        key.checkChangedBy(caller.id(), now);
        key.name = Patch.of(name, key.name);
        key.groupId = Patch.of(groupId, key.groupId);
        key.expiresAt = Patch.of(expiresAt, key.expiresAt);
        if (permissions != null) {
            key.permissions = ApiKey.names(permissions);
        }
        if (allowedAddresses != null) {
            key.allowedAddresses = allowedAddresses.stream().sorted().toArray(String[]::new);
        }
    }

    /** The group that becomes the key's project, if one does. */
    @Nullable UUID newGroup() {
        return groupId == null ? null : groupId.orElse(null);
    }
}
