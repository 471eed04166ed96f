package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new service account; without a tenant it is the caller's. */
public record CreateServiceAccount(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,

        @NotNull @Size(min = 1, max = 50) Set<@NotNull @Name String> roles,

        @Nullable UUID groupId) {}
