package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** A new data centre, ACTIVE unless it says otherwise. */
public record CreateDataCenter(
        @NotNull @Name String name,
        @Name @Nullable String location,
        @Nullable DataCenterStatus status,
        @Nullable JsonObject networkConfig) {}
