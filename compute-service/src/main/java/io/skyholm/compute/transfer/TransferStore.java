package io.skyholm.compute.transfer;

import io.quarkus.runtime.Startup;
import io.skyholm.events.EventType;
import io.skyholm.events.compute.InstanceTransferEvents;
import io.skyholm.events.compute.InstanceTransferFact;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Finds offers, and tells both tenants what has become of them. */
@Startup
@Singleton
class TransferStore {

    /** One that nobody answered in time may still be PENDING in its row. */
    static final String STANDING =
            "case when status = 'PENDING' and expires_at <= calendar_now() then 'EXPIRED' else status end";

    /** What is in the way is said to whom it concerns. */
    private static final String DETAIL = """
            case when to_tenant_id = nullif(current_setting('skyholm.tenant', true), '')::uuid then receiver_detail
                else giver_detail end""";

    private final Aggregate<InstanceTransfer, InstanceTransferView, InstanceTransferFact> transfers;
    private final Outbox outbox;

    TransferStore(Aggregates aggregates, Outbox outbox) {
        Select<InstanceTransferView> select = Select.of(InstanceTransferView.class, "instance_transfer")
                .with("status", STANDING)
                .with("statusDetail", DETAIL);
        this.transfers = aggregates
                .of("instance transfer", InstanceTransfer.class, select, InstanceTransferEvents.TYPES)
                .counted(CountedKind.INSTANCE_TRANSFERS, "status in ('PENDING', 'PREPARING')")
                .explaining(InstanceTransferProblems.CONFLICTS);
        this.outbox = outbox;
    }

    Aggregate<InstanceTransfer, InstanceTransferView, InstanceTransferFact> all() {
        return transfers;
    }

    /**
     * Writes what whoever it is offered to, or the platform, has made of it. The tenant that it is offered to is told last: what it is told
     * says more, and of a topic that is compacted the last is left.
     */
    Uni<InstanceTransferView> save(Work work, EventType<InstanceTransferFact> type, InstanceTransfer transfer) {
        transfer.revision.changed(work.cause().user(), work.now());
        boolean isKnown = transfer.toldGeneration > 0 || transfer.due().isPresent();
        if (isKnown) {
            transfer.told();
        }
        return transfers.update(work.asPlatform(), type, transfer).invoke(() -> {
            if (isKnown) {
                tellReceiver(work, type, transfer);
            }
        });
    }

    /** Tells the tenant that it is offered to what it has not been told; only the platform tells another's tenant. */
    Uni<Void> tellOther(Work work, InstanceTransfer transfer) {
        if (!transfer.isUntold()) {
            return Uni.createFrom().voidItem();
        }
        EventType<InstanceTransferFact> type =
                transfer.due().isPresent() ? InstanceTransferEvents.OFFERED : InstanceTransferEvents.CANCELLED;
        transfer.told();
        tellReceiver(work.asPlatform(), type, transfer);
        return work.update(transfer);
    }

    private void tellReceiver(Work work, EventType<InstanceTransferFact> type, InstanceTransfer transfer) {
        outbox.publish(
                work, type, transfers.fact(transfer).toldToReceiver(transfer.acceptedBy, transfer.acceptedNetworks));
    }
}
