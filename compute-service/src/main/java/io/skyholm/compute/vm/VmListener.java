package io.skyholm.compute.vm;

import io.skyholm.compute.placement.Waiting;
import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.events.host.Observation;
import io.skyholm.events.host.Observed;
import io.skyholm.events.host.ThingKind;
import io.skyholm.runtime.host.HostKeys;
import io.skyholm.runtime.host.HostReports;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.Columns;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what hosts see of virtual machines, and wakes who waits for it. */
@ApplicationScoped
class VmListener {

    private static final String SEE = """
            update virtual_machine set seen_generation = $3, seen_state = $4, seen_settled = $5, seen_detail = $6,
                seen_at = $7, status = coalesce($8, status), updated_at = now()
            where id = $1 and compute_machine_id = $2 and deleted_at is null
                and (seen_generation < $3 or seen_generation = $3 and coalesce(seen_at <= $7, true))
                and (seen_generation, seen_state, seen_settled, seen_detail)
                    is distinct from ($3::bigint, $4::text, $5::boolean, $6::text)
            returning instance_id""";

    private final HostReports reports;
    private final HostKeys keys;
    private final Orphans orphans;
    private final ReconcileQueue queue;

    VmListener(HostReports reports, HostKeys keys, Orphans orphans, ReconcileQueue queue) {
        this.reports = reports;
        this.keys = keys;
        this.orphans = orphans;
        this.queue = queue;
    }

    @Incoming("compute-vms")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, this::note);
    }

    private Uni<Void> note(Work work, List<HostReport> seen) {
        return Multi.createFrom()
                .items(seen.stream().flatMap(VmListener::machines))
                .onItem()
                .transformToUniAndConcatenate(one -> see(work, one)
                        .chain(() -> one.inventory() ? orphans.see(work, one.host(), one.observation()) : noMore())
                        .chain(() -> orphans.leave(work, one.host(), one.observation())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> see(Work work, Seen one) {
        Observation seen = one.observation();
        return work.query(
                        SEE,
                        seen.id(),
                        one.host(),
                        seen.generation(),
                        seen.state().name(),
                        seen.settled(),
                        seen.detail(),
                        Columns.parameter(seen.at()),
                        VirtualMachineStatus.of(seen.state()).map(Enum::name).orElse(null))
                .invoke(rows -> {
                    if (rows.hasNext()) {
                        queue.wake(work, Waiting.KIND, (UUID) rows.next()[0]);
                    }
                })
                .replaceWithVoid();
    }

    private static Stream<Seen> machines(HostReport report) {
        List<Observation> things =
                switch (report) {
                    case Heartbeat nothingOfThem -> List.of();
                    case Observed observed -> observed.things();
                    case Inventory inventory -> inventory.things();
                };
        return things.stream()
                .filter(thing -> thing.kind() == ThingKind.VM)
                .map(thing -> new Seen(report.hostId(), thing, report instanceof Inventory));
    }

    private static Uni<Void> noMore() {
        return Uni.createFrom().voidItem();
    }

    private record Seen(UUID host, Observation observation, boolean inventory) {}
}
