package io.skyholm.compute.datacenter;

import io.skyholm.compute.input.JsonObject;
import io.skyholm.events.compute.DataCenterStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of a data centre: a field that is left out stays, one that is null is cleared. */
public record ChangeDataCenter(
        @Name @Nullable String name,
        @Nullable Optional<@Name String> location,
        @Nullable Optional<@Name String> region,
        @Nullable DataCenterStatus status,
        @Nullable Optional<JsonObject> networkConfig,
        @Nullable Optional<@Min(1) @Max(4094) Integer> vlanRangeStart,
        @Nullable Optional<@Min(1) @Max(4094) Integer> vlanRangeEnd) {

    void applyTo(DataCenter place) {
        DataCenterProblems.requireNotDeleted(status);
        place.name = Patch.of(name, place.name);
        place.location = Patch.of(location, place.location);
        place.region = Patch.of(region, place.region);
        place.status = Patch.of(status, place.status);
        place.networkConfig = Patch.of(networkConfig, place.networkConfig);
        place.vlanRange(Patch.of(vlanRangeStart, place.vlanRangeStart), Patch.of(vlanRangeEnd, place.vlanRangeEnd));
    }
}
