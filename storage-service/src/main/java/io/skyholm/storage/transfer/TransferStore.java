package io.skyholm.storage.transfer;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.storage.TransferEvents;
import io.skyholm.events.storage.TransferFact;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Finds offers, and tells both tenants what has become of them. */
@Startup
@Singleton
class TransferStore {

    /** One that nobody answered in time may still be PENDING in its row. */
    static final String STANDING =
            "case when status = 'PENDING' and expires_at <= calendar_now() then 'EXPIRED' else status end";

    private final Aggregate<StorageTransfer, StorageTransferView, TransferFact> transfers;
    private final Outbox outbox;

    TransferStore(Aggregates aggregates, Outbox outbox) {
        Select<StorageTransferView> select = Select.of(StorageTransferView.class, "storage_transfer")
                .with("status", STANDING)
                .with("key", "null::text");
        this.transfers = aggregates
                .of("storage transfer", StorageTransfer.class, select, TransferEvents.TYPES)
                .counted(CountedKind.TRANSFERS, "status = 'PENDING'")
                .explaining(StorageTransferProblems.CONFLICTS);
        this.outbox = outbox;
    }

    Aggregate<StorageTransfer, StorageTransferView, TransferFact> all() {
        return transfers;
    }

    /** Writes what whoever it is offered to has made of it. Of who that is their own tenant is told alone. */
    Uni<StorageTransferView> saveAnswer(
            Work work, EventType<TransferFact> type, StorageTransfer transfer, UUID tenant) {
        transfer.revision.changed(work.cause().user(), work.now());
        transfer.told();
        tell(work, type, transfer, tenant);
        return transfers.update(work.asPlatform(), type, transfer);
    }

    /** Writes what the platform has made of it, of which the offering tenant is told, and the other if there is one. */
    Uni<StorageTransferView> saveEnd(Work work, EventType<TransferFact> type, StorageTransfer transfer) {
        transfer.revision.changed(null, work.now());
        tellOther(work, type, transfer);
        return transfers.update(work.asPlatform(), type, transfer);
    }

    /** Tells the tenant that it is offered to what it has not been told; only the platform tells another's tenant. */
    Uni<Void> tellOther(Work work, StorageTransfer transfer) {
        EventType<TransferFact> type = transfer.due().isPresent() ? TransferEvents.OFFERED : TransferEvents.CANCELLED;
        return tellOther(work, type, transfer)
                ? work.update(transfer)
                : Uni.createFrom().voidItem();
    }

    private boolean tellOther(Work work, EventType<TransferFact> type, StorageTransfer transfer) {
        return transfer.untold()
                .map(tenant -> {
                    tell(work.asPlatform(), type, transfer, tenant);
                    transfer.told();
                    return true;
                })
                .orElse(false);
    }

    private void tell(Work work, EventType<TransferFact> type, StorageTransfer transfer, UUID tenant) {
        outbox.publish(work, type, transfers.fact(transfer).toldTo(tenant));
    }
}
