package io.skyholm.identity.tenant;

import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new tenant. */
public record CreateTenant(
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Min(1) @Max(4094) @Nullable Integer vlanId,
        @Valid @Nullable QuotaConfig quotaConfig) {}
