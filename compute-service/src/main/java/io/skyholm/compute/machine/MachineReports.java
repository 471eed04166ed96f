package io.skyholm.compute.machine;

import io.skyholm.events.host.Heartbeat;
import io.skyholm.events.host.HostReport;
import io.skyholm.events.host.Inventory;
import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Each;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Notes what hosts report of themselves, and hands on what they report of the things on them. A heartbeat is no event: only
 * what follows from it is.
 */
@Singleton
class MachineReports {

    /**
     * A heartbeat that is read again, or late, says that the host was alive when it was sent, and not that it is now; a host
     * whose clock is ahead is not alive in the future. Rows are held in the order of their ids, so that no two batches wait for
     * each other.
     */
    private static final String HEARTBEATS = """
            with heartbeat as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
                    as told (id, health, version, at)
            ), held as (
                select m.id from compute_machine m join heartbeat on heartbeat.id = m.id
                where m.deleted_at is null and (m.last_heartbeat is null or m.last_heartbeat < heartbeat.at)
                order by m.id for update of m
            )
            update compute_machine m
            set last_heartbeat = least(heartbeat.at, now()),
                health_status = heartbeat.health, agent_version = heartbeat.version
            from heartbeat join held on held.id = heartbeat.id
            where m.id = heartbeat.id
            returning case when m.status = 'OFFLINE' and m.fenced_at is null
                and heartbeat.at > now() - make_interval(secs => $5) then m.id end""";

    private static final String FENCED =
            "select id from compute_machine where id = any($1) and fenced_at is not null and deleted_at is null order by id";

    private final MachineWriter writer;
    private final Instance<HostWatcher> watchers;
    private final Duration silence;

    MachineReports(MachineWriter writer, Instance<HostWatcher> watchers, MachineSettings settings) {
        this.writer = writer;
        this.watchers = watchers;
        this.silence = settings.longestSilence();
    }

    Uni<Void> note(Work work, List<HostReport> reports) {
        return recordHeartbeats(work, LastHeartbeat.in(reports))
                .chain(() -> unfenceEmpty(work, reports))
                .chain(() -> Each.of(reports, report -> notifyWatchers(work, report)))
                .replaceWithVoid();
    }

    private Uni<Void> recordHeartbeats(Work work, Collection<LastHeartbeat> heartbeats) {
        if (heartbeats.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return work.values(
                        UUID.class,
                        HEARTBEATS,
                        heartbeats.stream().map(LastHeartbeat::host).toArray(UUID[]::new),
                        heartbeats.stream()
                                .map(heartbeat -> heartbeat.health().name())
                                .toArray(String[]::new),
                        heartbeats.stream().map(LastHeartbeat::agentVersion).toArray(String[]::new),
                        heartbeats.stream()
                                .map(heartbeat -> ColumnReaders.parameter(heartbeat.at()))
                                .toArray(OffsetDateTime[]::new),
                        silence.toMillis() / 1e3)
                .chain(back -> Each.of(back, id -> welcomeBack(work, id)))
                .replaceWithVoid();
    }

    private Uni<Void> welcomeBack(Work work, UUID id) {
        return work.lock(Machine.class, id).chain(found -> found.filter(Machine::isBack)
                .map(machine -> writer.save(work, machine, null).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * All that a fenced machine ran was given up and may run elsewhere by now. It is one of ours again once it shows, in an
     * inventory it made after that, that it runs nothing at all.
     */
    private Uni<Void> unfenceEmpty(Work work, List<HostReport> reports) {
        List<Inventory> empty = reports.stream()
                .filter(Inventory.class::isInstance)
                .map(Inventory.class::cast)
                .filter(LastHeartbeat::showsNoMachine)
                .toList();
        if (empty.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] hosts = empty.stream().map(Inventory::hostId).distinct().toArray(UUID[]::new);
        return work.values(UUID.class, FENCED, (Object) hosts)
                .chain(fenced -> Each.of(fenced, id -> unfenceEmpty(work, id, empty)))
                .replaceWithVoid();
    }

    private Uni<Void> unfenceEmpty(Work work, UUID id, List<Inventory> empty) {
        return work.lock(Machine.class, id).chain(found -> found.filter(machine -> hasProved(machine, empty))
                .map(machine -> {
                    machine.unfence();
                    return writer.save(work, machine, null).replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean hasProved(Machine machine, List<Inventory> empty) {
        return machine.fencedAt != null
                && empty.stream()
                        .anyMatch(inventory -> inventory.hostId().equals(machine.id)
                                && inventory.at().isAfter(machine.fencedAt));
    }

    private Uni<Void> notifyWatchers(Work work, HostReport report) {
        return report instanceof Heartbeat
                ? Uni.createFrom().voidItem()
                : Each.of(watchers.stream().toList(), watcher -> watcher.saw(work, report))
                        .replaceWithVoid();
    }
}
