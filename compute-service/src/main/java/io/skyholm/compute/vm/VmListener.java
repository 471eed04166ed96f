package io.skyholm.compute.vm;

import io.skyholm.compute.placement.InstanceWaker;
import io.skyholm.events.host.HostReport;
import io.skyholm.runtime.host.HostKeys;
import io.skyholm.runtime.host.HostReports;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Notes what hosts see of virtual machines, and wakes who waits for it. */
@ApplicationScoped
class VmListener {

    /** An older wish's outcome says nothing, and what is known already is not written again. */
    private static final String IS_NEWS = """
            vm.compute_machine_id = told.host and vm.deleted_at is null
                and (vm.seen_generation < told.generation
                    or vm.seen_generation = told.generation and coalesce(vm.seen_at <= told.at, true))
                and (vm.seen_generation, vm.seen_state, vm.seen_settled, vm.seen_detail)
                    is distinct from (told.generation, told.state, told.settled, told.detail)""";

    /** Rows are held in the order of their ids, so that no two batches wait for each other. */
    private static final String SEE = """
            with told as (
                select * from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[], $5::boolean[], $6::text[],
                    $7::timestamptz[], $8::text[]) as told (id, host, generation, state, settled, detail, at, status)
            ), held as (
                select vm.id from virtual_machine vm join told on told.id = vm.id
                where %1$s order by vm.id for update of vm
            )
            update virtual_machine vm set seen_generation = told.generation, seen_state = told.state,
                seen_settled = told.settled, seen_detail = told.detail, seen_at = told.at,
                status = coalesce(told.status, vm.status), updated_at = calendar_now()
            from told join held on held.id = told.id
            where vm.id = told.id and %1$s
            returning vm.instance_id""".formatted(IS_NEWS);

    private final HostReports reports;
    private final HostKeys keys;
    private final Orphans orphans;
    private final InstanceWaker instances;

    VmListener(HostReports reports, HostKeys keys, Orphans orphans, InstanceWaker instances) {
        this.reports = reports;
        this.keys = keys;
        this.orphans = orphans;
        this.instances = instances;
    }

    @Incoming("compute-vms")
    Uni<Void> receive(ConsumerRecords<String, String> records) {
        return reports.receive(records, keys, SeenMachines::isOfThings, this::note);
    }

    private Uni<Void> note(Work work, List<HostReport> told) {
        SeenMachines seen = SeenMachines.in(told);
        return seen.isEmpty()
                ? Uni.createFrom().voidItem()
                : work.query(SEE, seen.columns())
                        .invoke(rows -> {
                            while (rows.hasNext()) {
                                instances.wake(work, (UUID) rows.next()[0]);
                            }
                        })
                        .chain(() -> orphans.see(work, seen));
    }
}
