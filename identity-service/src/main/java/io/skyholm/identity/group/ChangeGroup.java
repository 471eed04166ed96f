package io.skyholm.identity.group;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.identity.tenant.CountsOfTenants;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a group: a field that is left out stays, one that is null is cleared. */
public record ChangeGroup(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Optional<UUID> parentGroupId,
        @Nullable Optional<@Valid QuotaConfig> quotaConfig) {

    void applyTo(Group group) {
        group.name = Patch.of(name, group.name);
        group.description = Patch.of(description, group.description);
        group.parentGroupId = Patch.of(parentGroupId, group.parentGroupId);
        group.quotaConfig = CountsOfTenants.refuseCounts(Patch.of(quotaConfig, group.quotaConfig));
    }
}
