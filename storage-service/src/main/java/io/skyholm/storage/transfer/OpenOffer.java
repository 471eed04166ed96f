package io.skyholm.storage.transfer;

import io.skyholm.events.storage.TransferStatus;
import io.skyholm.events.storage.TransferredType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has offered what, with what they had for it. */
record OpenOffer(
        TransferredType resourceType,
        TransferStatus status,
        @Nullable UUID offeredBy,
        @Nullable UUID apiKeyId) {

    static OpenOffer of(StorageTransfer transfer) {
        return new OpenOffer(transfer.resourceType, transfer.status, transfer.revision.createdBy(), transfer.apiKeyId);
    }
}
