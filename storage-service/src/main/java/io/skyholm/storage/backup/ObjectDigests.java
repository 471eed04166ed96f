package io.skyholm.storage.backup;

import io.skyholm.storage.verification.FairShare;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The sums that this replica has begun, of so many at once; tenants share the places. */
@Singleton
class ObjectDigests {

    private static final int MOST = 16;

    private final FairShare<ObjectDigest> begun = new FairShare<>(MOST, ObjectDigest::position);

    /** The one of that backup, begun if there is room. */
    synchronized Optional<ObjectDigest> of(Backup backup, Instant now) {
        return begun.find(backup.objectId, now).or(() -> begin(backup, now));
    }

    private Optional<ObjectDigest> begin(Backup backup, Instant now) {
        if (!begun.makeRoom(backup.tenantId, now)) {
            return Optional.empty();
        }
        ObjectDigest digest = new ObjectDigest(backup.objectId, backup.sizeBytes());
        begun.put(backup.objectId, backup.tenantId, digest, now);
        return Optional.of(digest);
    }

    /** It has come to its end, or has to begin anew. */
    synchronized void end(Backup backup) {
        begun.remove(backup.objectId);
    }
}
