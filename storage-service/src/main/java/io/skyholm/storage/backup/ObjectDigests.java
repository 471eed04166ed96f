package io.skyholm.storage.backup;

import io.skyholm.storage.verification.FairShare;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sums that this replica has begun, of so many at once; tenants share the places. */
@Singleton
public class ObjectDigests {

    private static final int MOST = 16;

    private final FairShare<ObjectDigest> begun = new FairShare<>(MOST, ObjectDigest::position);

    /** The one of that object, begun if there is room. */
    public synchronized Optional<ObjectDigest> of(UUID object, UUID tenant, long sizeBytes, Instant now) {
        return begun.find(object, now).or(() -> begin(object, tenant, sizeBytes, now));
    }

    private Optional<ObjectDigest> begin(UUID object, UUID tenant, long sizeBytes, Instant now) {
        if (!begun.makeRoom(tenant, now)) {
            return Optional.empty();
        }
        ObjectDigest digest = new ObjectDigest(object, sizeBytes);
        begun.put(object, tenant, digest, now);
        return Optional.of(digest);
    }

    /** It has come to its end, or has to begin anew. */
    public synchronized void end(UUID object) {
        begun.remove(object);
    }
}
