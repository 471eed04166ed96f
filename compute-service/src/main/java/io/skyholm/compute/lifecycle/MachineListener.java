package io.skyholm.compute.lifecycle;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.compute.MachineFact;
import io.skyholm.events.compute.MachineStatus;
import io.skyholm.runtime.inbox.Inbox;
import io.skyholm.runtime.inbox.Received;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Wakes the instances of a machine that is certainly lost. */
@ApplicationScoped
class MachineListener {

    private static final String CONSUMER = "instance-machine";
    private static final String ON_IT = "select id from instance where compute_machine_id = $1";

    private final Inbox inbox;
    private final InstanceWaker waker;

    MachineListener(Inbox inbox, InstanceWaker waker) {
        this.inbox = inbox;
        this.waker = waker;
    }

    @Incoming("machines")
    Uni<Void> receive(ConsumerRecords<String, String> events) {
        return inbox.receive(CONSUMER, events, this::note);
    }

    private Uni<Void> note(Work work, Received received) {
        return received.event()
                .map(event -> event.data() instanceof MachineFact machine && isLost(machine)
                        ? wakeAll(work, machine.id())
                        : Uni.createFrom().voidItem())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> wakeAll(Work work, UUID machine) {
        return work.query(ON_IT, machine)
                .invoke(rows -> {
                    while (rows.hasNext()) {
                        waker.wake(work, (UUID) rows.next()[0]);
                    }
                })
                .replaceWithVoid();
    }

    private static boolean isLost(MachineFact machine) {
        return machine.fencedAt() != null || machine.status() == MachineStatus.DELETED;
    }
}
