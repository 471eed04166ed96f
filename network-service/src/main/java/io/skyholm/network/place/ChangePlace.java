package io.skyholm.network.place;

import io.skyholm.events.network.PlaceStatus;
import io.skyholm.runtime.http.Name;
import io.skyholm.runtime.http.Patch;
import io.skyholm.runtime.http.Text;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A change of a place: a field that is left out stays, one that is null is cleared. */
public record ChangePlace(
        @Name @Nullable String name,
        @Nullable Optional<@Text String> description,
        @Nullable Optional<UUID> subnetId,
        @Nullable Optional<@Text String> location,
        @Nullable PlaceStatus status) {

    void applyTo(Place place) {
        place.name = Patch.of(name, place.name);
        place.description = Patch.of(description, place.description);
        place.subnetId = Patch.of(subnetId, place.subnetId);
        place.location = Patch.of(location, place.location);
        place.status = Patch.status(status, place.status, PlaceStatus.DELETED);
    }
}
