package io.skyholm.storage.exchange;

import io.skyholm.storage.object.ObjectTransfer;
import io.skyholm.storage.verification.FairShare;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The copies that this replica has begun, of so many at once; tenants share the places. */
@Singleton
class Transfers {

    private static final int MOST = 16;

    private final FairShare<ObjectTransfer> begun = new FairShare<>(MOST, ObjectTransfer::position);

    /** The one of that object, begun if there is room. */
    synchronized Optional<ObjectTransfer> of(UUID object, @Nullable UUID tenant, long sizeBytes, Instant now) {
        return begun.find(object, now).or(() -> begin(object, tenant, sizeBytes, now));
    }

    private Optional<ObjectTransfer> begin(UUID object, @Nullable UUID tenant, long sizeBytes, Instant now) {
        if (!begun.makeRoom(tenant, now)) {
            return Optional.empty();
        }
        ObjectTransfer transfer = new ObjectTransfer(object, sizeBytes);
        begun.put(object, tenant, transfer, now);
        return Optional.of(transfer);
    }

    /** It has come to its end, or has to begin anew. */
    synchronized void end(UUID object) {
        begun.remove(object);
    }
}
