package io.skyholm.storage.verification;

import io.skyholm.storage.version.VersionBytes;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * The verifications that this replica has begun, of so many at once: the others wait until one has ended. If room were made by forgetting
 * any, those would begin anew whenever they come round, and never end. One that nobody goes on with was ended by another replica.
 */
final class Verifications {

    static final int MOST = 64;

    private final FairShare<Verification> begun = new FairShare<>(MOST, Verification::position);
    private final Function<VersionBytes, Verification> first;

    Verifications(Function<VersionBytes, Verification> first) {
        this.first = first;
    }

    /** The one of these bytes, begun if there is room. */
    synchronized Optional<Verification> of(VersionBytes bytes, Instant now) {
        return begun.find(bytes.objectId(), now).or(() -> begin(bytes, now));
    }

    private Optional<Verification> begin(VersionBytes bytes, Instant now) {
        if (!begun.makeRoom(bytes.tenantId(), now)) {
            return Optional.empty();
        }
        Verification verification = first.apply(bytes);
        begun.put(bytes.objectId(), bytes.tenantId(), verification, now);
        return Optional.of(verification);
    }

    synchronized void end(VersionBytes bytes) {
        begun.remove(bytes.objectId());
    }
}
