package io.skyholm.compute.heartbeat;

import io.skyholm.compute.machine.MachineLiveness;
import io.skyholm.hosts.HostQuarantine;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Finds the machines that are no longer heard, or not any more for a while, and those that are empty and to be given up. */
@ApplicationScoped
class SilentMachines {

    private static final String SILENT = """
            select id from compute_machine
            where status in ('ACTIVE', 'MAINTENANCE', 'DECOMMISSIONING')
                and (last_heartbeat is null or last_heartbeat < now() - make_interval(secs => $1))
            order by id limit 200 for update skip locked""";

    private static final String EMPTIED = """
            select id from compute_machine
            where coalesce(status_before, status) = 'DECOMMISSIONING' and deleted_at is null and instances = 0
                and allocated_cpu_cores = 0 and allocated_memory_gb = 0 and allocated_storage_gb = 0
                and allocated_gpu_count = 0 and exclusive_to is null
            order by id limit 200 for update skip locked""";

    private final TenantTransaction transactions;
    private final MachineLiveness machines;
    private final HostQuarantine quarantine;

    SilentMachines(TenantTransaction transactions, MachineLiveness machines, HostQuarantine quarantine) {
        this.transactions = transactions;
        this.machines = machines;
        this.quarantine = quarantine;
    }

    /** Sets machines OFFLINE that were not heard for that long. */
    Uni<Void> find(Duration silence) {
        return transactions.change(
                Cause.platform(), work -> work.values(UUID.class, SILENT, silence.toMillis() / 1000.0)
                        .chain(found -> Sequentially.of(found, id -> machines.silent(work, id)))
                        .replaceWithVoid());
    }

    /** Shows those as CRITICAL that report so much nonsense that they are not heard. */
    Uni<Void> markQuarantined() {
        Set<UUID> hosts = quarantine.hosts();
        return hosts.isEmpty()
                ? Uni.createFrom().voidItem()
                : transactions.change(Cause.platform(), work -> {
                    machines.distrust(work, hosts);
                    return Uni.createFrom().voidItem();
                });
    }

    /** Deletes machines that are DECOMMISSIONING and have nothing left on them. */
    Uni<Void> giveUpEmptied() {
        return transactions.change(Cause.platform(), work -> work.values(UUID.class, EMPTIED)
                .chain(found -> Sequentially.of(found, id -> machines.giveUp(work, id)))
                .replaceWithVoid());
    }
}
