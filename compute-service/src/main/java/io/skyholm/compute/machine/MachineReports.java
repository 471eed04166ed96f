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
    private static final String PULSES = """
            with pulse as (
                select * from unnest($1::uuid[], $2::text[], $3::text[], $4::timestamptz[])
                    as told (id, health, version, at)
            ), held as (
                select m.id from compute_machine m join pulse on pulse.id = m.id
                where m.deleted_at is null and (m.last_heartbeat is null or m.last_heartbeat < pulse.at)
                order by m.id for update of m
            )
            update compute_machine m
            set last_heartbeat = least(pulse.at, now()), health_status = pulse.health, agent_version = pulse.version
            from pulse join held on held.id = pulse.id
            where m.id = pulse.id
            returning case when m.status = 'OFFLINE' and m.fenced_at is null
                and pulse.at > now() - make_interval(secs => $5) then m.id end""";

    private static final String FENCED =
            "select id from compute_machine where id = any($1) and fenced_at is not null and deleted_at is null order by id";

    private final MachineLife life;
    private final Instance<HostWatcher> watchers;
    private final Duration silence;

    MachineReports(MachineLife life, Instance<HostWatcher> watchers, MachineSettings settings) {
        this.life = life;
        this.watchers = watchers;
        this.silence = settings.longestSilence();
    }

    Uni<Void> note(Work work, List<HostReport> reports) {
        return feel(work, Pulse.in(reports))
                .chain(() -> trust(work, reports))
                .chain(() -> Each.of(reports, report -> handOn(work, report)))
                .replaceWithVoid();
    }

    private Uni<Void> feel(Work work, Collection<Pulse> pulses) {
        if (pulses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return work.values(
                        UUID.class,
                        PULSES,
                        pulses.stream().map(Pulse::host).toArray(UUID[]::new),
                        pulses.stream().map(pulse -> pulse.health().name()).toArray(String[]::new),
                        pulses.stream().map(Pulse::agentVersion).toArray(String[]::new),
                        pulses.stream()
                                .map(pulse -> ColumnReaders.parameter(pulse.at()))
                                .toArray(OffsetDateTime[]::new),
                        silence.toMillis() / 1e3)
                .chain(back -> Each.of(back, id -> welcomeBack(work, id)))
                .replaceWithVoid();
    }

    private Uni<Void> welcomeBack(Work work, UUID id) {
        return work.lock(Machine.class, id).chain(found -> found.filter(Machine::isBack)
                .map(machine -> life.save(work, machine, null).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * All that a fenced machine ran was given up and may run elsewhere by now. It is one of ours again once it shows, in an
     * inventory it made after that, that it runs nothing at all.
     */
    private Uni<Void> trust(Work work, List<HostReport> reports) {
        List<Inventory> empty = reports.stream()
                .filter(Inventory.class::isInstance)
                .map(Inventory.class::cast)
                .filter(Pulse::showsNoMachine)
                .toList();
        if (empty.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] hosts = empty.stream().map(Inventory::hostId).distinct().toArray(UUID[]::new);
        return work.values(UUID.class, FENCED, (Object) hosts)
                .chain(fenced -> Each.of(fenced, id -> trust(work, id, empty)))
                .replaceWithVoid();
    }

    private Uni<Void> trust(Work work, UUID id, List<Inventory> empty) {
        return work.lock(Machine.class, id).chain(found -> found.filter(machine -> hasProved(machine, empty))
                .map(machine -> {
                    machine.unfence();
                    return life.save(work, machine, null).replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private static boolean hasProved(Machine machine, List<Inventory> empty) {
        return machine.fencedAt != null
                && empty.stream()
                        .anyMatch(inventory -> inventory.hostId().equals(machine.id)
                                && inventory.at().isAfter(machine.fencedAt));
    }

    private Uni<Void> handOn(Work work, HostReport report) {
        return report instanceof Heartbeat
                ? Uni.createFrom().voidItem()
                : Each.of(watchers.stream().toList(), watcher -> watcher.saw(work, report))
                        .replaceWithVoid();
    }
}
