package io.skyholm.compute.heartbeat;

import io.skyholm.compute.machine.MachineLiveness;
import io.skyholm.events.host.DesiredVm;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Notes what hosts report of themselves; the things on them are noted by the rooms that have them. A heartbeat is no event:
 * only what follows from it is.
 */
@Singleton
class MachineReports {

    private static final String FENCED =
            "select id from compute_machine where id = any($1) and fenced_at is not null and deleted_at is null order"
                    + " by id";

    private final MachineLiveness machines;
    private final Duration silence;

    MachineReports(MachineLiveness machines, MachineSettings settings) {
        this.machines = machines;
        this.silence = settings.longestSilence();
    }

    Uni<Void> note(Work work, List<HostReport> reports) {
        return machines.heard(work, LastHeartbeats.in(reports), silence).chain(() -> unfenceEmpty(work, reports));
    }

    /**
     * All that a fenced machine ran was given up and may run elsewhere by now. It is one of ours again once it shows, in an
     * inventory it made after that, that it runs nothing at all. Its disks stay there, ports without a machine carry nothing, and
     * what else is not to be there ends by its own proof: none of these keeps a host out, however many parts it takes to tell of them.
     */
    private Uni<Void> unfenceEmpty(Work work, List<HostReport> reports) {
        List<Inventory> empty = reports.stream()
                .filter(Inventory.class::isInstance)
                .map(Inventory.class::cast)
                .filter(inventory -> inventory.showsNo(DesiredVm.KIND))
                .toList();
        if (empty.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] hosts = empty.stream().map(Inventory::hostId).distinct().toArray(UUID[]::new);
        return work.values(UUID.class, FENCED, (Object) hosts)
                .chain(fenced -> Sequentially.of(
                        fenced, id -> machines.unfence(work, id, moment -> isEmptyAfter(moment, id, empty))))
                .replaceWithVoid();
    }

    private static boolean isEmptyAfter(Instant moment, UUID host, List<Inventory> empty) {
        return empty.stream()
                .anyMatch(inventory ->
                        inventory.hostId().equals(host) && inventory.at().isAfter(moment));
    }
}
