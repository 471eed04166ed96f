package io.skyholm.identity.group;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new group; without a tenant it is the caller's, without a parent it stands at the top. */
public record CreateGroup(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable UUID parentGroupId,
        @Valid @Nullable QuotaConfig quotaConfig) {}
