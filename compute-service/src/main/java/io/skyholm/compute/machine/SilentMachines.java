package io.skyholm.compute.machine;

import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** Finds the machines that are no longer heard, and those that are empty and to be given up. */
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
    private final MachineWriter writer;

    SilentMachines(TenantTransaction transactions, MachineWriter writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    /** Sets machines OFFLINE that were not heard for that long. */
    Uni<Void> find(Duration silence) {
        return transactions.change(
                Cause.platform(), work -> work.values(UUID.class, SILENT, silence.toMillis() / 1000.0)
                        .chain(found -> each(work, found, this::fallSilent)));
    }

    private Uni<Void> fallSilent(Work work, Machine machine) {
        machine.fallsSilent();
        return writer.save(work, machine, null).replaceWithVoid();
    }

    /** Deletes machines that are DECOMMISSIONING and have nothing left on them. */
    Uni<Void> giveUpEmptied() {
        return transactions.change(Cause.platform(), work -> work.values(UUID.class, EMPTIED)
                .chain(found -> each(work, found, (same, machine) -> writer.end(same, machine, null)
                        .replaceWithVoid())));
    }

    private static Uni<Void> each(Work work, List<UUID> found, BiFunction<Work, Machine, Uni<Void>> step) {
        return Each.of(found, id -> work.lock(Machine.class, id)
                        .chain(machine -> step.apply(work, machine.orElseThrow())))
                .replaceWithVoid();
    }
}
