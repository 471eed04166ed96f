package io.skyholm.storage.object;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Which store has the bytes of an object. */
@FunctionalInterface
interface ObjectPlaces {

    /** The id of the store; empty for what belongs to nobody. */
    Uni<Optional<String>> of(UUID object);
}
