package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.http.Name;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A new data centre, ACTIVE unless it says otherwise. */
public record CreateDataCenter(
        @NotNull @Name String name,
        @Name @Nullable String location,

        @Schema(description = "What instances call it that want a place in this region") @Name @Nullable String region,

        @Nullable DataCenterStatus status,
        @Nullable JsonObject networkConfig,

        @Schema(description = "The first VLAN id that networks of tenants may be given here; without one they get none")
        @Min(1) @Max(4094) @Nullable Integer vlanRangeStart,

        @Schema(description = "The last VLAN id that networks of tenants may be given here")
        @Min(1) @Max(4094) @Nullable Integer vlanRangeEnd) {

    /** One of which nothing is known but its name; its networks may have every VLAN id but the default one. */
    static CreateDataCenter named(String name) {
        return new CreateDataCenter(name, null, null, null, null, 2, 4094);
    }
}
