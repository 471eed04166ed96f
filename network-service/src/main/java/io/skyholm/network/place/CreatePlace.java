package io.skyholm.network.place;

import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Text;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new place; without a tenant it is the caller's. */
public record CreatePlace(
        @Nullable UUID tenantId,
        @NotNull @Name String name,
        @Text @Nullable String description,
        @Nullable UUID subnetId,
        @Text @Nullable String location) {}
