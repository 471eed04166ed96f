package io.skyholm.compute.transfer;

import io.skyholm.events.compute.InstanceTransferStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has offered an instance, with what they had for it. */
record OpenOffer(
        InstanceTransferStatus status,
        @Nullable UUID offeredBy,
        @Nullable UUID apiKeyId) {

    static OpenOffer of(InstanceTransfer transfer) {
        return new OpenOffer(transfer.status, transfer.revision.createdBy(), transfer.apiKeyId);
    }
}
