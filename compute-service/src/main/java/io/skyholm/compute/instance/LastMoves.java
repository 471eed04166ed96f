package io.skyholm.compute.instance;

import static java.time.temporal.ChronoUnit.MICROS;

import io.skyholm.compute.operation.OperationBook;
import io.skyholm.compute.placement.Placement;
import io.skyholm.compute.placement.Waiting;
import io.skyholm.compute.quota.Quotas;
import io.skyholm.compute.size.Size;
import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.compute.InstanceEvents;
import io.skyholm.events.compute.InstanceStatus;
import io.skyholm.events.compute.OperationStatus;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The moves by which an instance gives back all that it held. */
@Singleton
class LastMoves {

    private static final String LEAVE_SETS = "delete from instance_set_member where instance_id = $1";

    private final Placement placement;
    private final Quotas quotas;
    private final Waiting waiting;
    private final VirtualMachines machines;
    private final OperationBook book;
    private final InstancePublisher publisher;

    LastMoves(
            Placement placement,
            Quotas quotas,
            Waiting waiting,
            VirtualMachines machines,
            OperationBook book,
            InstancePublisher publisher) {
        this.placement = placement;
        this.quotas = quotas;
        this.waiting = waiting;
        this.machines = machines;
        this.book = book;
        this.publisher = publisher;
    }

    Uni<?> releaseNetwork(Work work, Situation situation) {
        Instance instance = situation.instance;
        instance.networkWanted = false;
        instance.changed(null, Instant.now());
        publisher.publish(work, InstanceEvents.CHANGED, instance);
        return Uni.createFrom().voidItem();
    }

    Uni<?> giveBack(Work work, Situation situation) {
        Instance instance = situation.instance;
        waiting.leave(work, instance.id);
        instance.networkHeld = false;
        instance.waitReason = null;
        return capacity(work, instance)
                .chain(() -> quota(work, instance))
                .chain(() -> instance.fate == Fate.DELETE ? delete(work, situation) : rest(work, instance));
    }

    private Uni<?> capacity(Work work, Instance instance) {
        return instance.hasPlace()
                ? placement.release(work, instance.holding()).invoke(instance::displaced)
                : Uni.createFrom().voidItem();
    }

    private Uni<?> quota(Work work, Instance instance) {
        if (instance.amounts.quotaInstances == 0) {
            return Uni.createFrom().voidItem();
        }
        return quotas.change(
                        work,
                        instance.tenantId,
                        instance.amounts.quotaScopes,
                        -instance.amounts.quotaInstances,
                        instance.amounts.quota().negated())
                .invoke(() -> {
                    instance.amounts.quota(0, Size.NONE);
                    instance.amounts.quotaScopes = new String[0];
                });
    }

    private Uni<?> rest(Work work, Instance instance) {
        instance.fate = Fate.KEEP;
        instance.changed(null, Instant.now());
        publisher.publish(work, InstanceEvents.CHANGED, instance);
        return Uni.createFrom().voidItem();
    }

    private Uni<?> delete(Work work, Situation situation) {
        Instance instance = situation.instance;
        Instant now = Instant.now().truncatedTo(MICROS);
        instance.status = InstanceStatus.DELETED;
        instance.statusDetail = null;
        instance.fate = Fate.KEEP;
        instance.deletedAt = now;
        instance.operationId = null;
        instance.scheduledAt = null;
        if (instance.password != null) {
            instance.password.forget();
        }
        instance.origin.stackScriptData = null;
        instance.changed(null, now);
        publisher.publish(work, InstanceEvents.DELETED, instance);
        work.send(LEAVE_SETS, instance.id);
        return machines.delete(work, situation.machine).chain(() -> situation
                .operation()
                .<Uni<?>>map(open -> book.end(work, open, OperationStatus.SUCCEEDED, null))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
