package io.skyholm.compute.machine;

import io.skyholm.runtime.tenant.ColumnReaders;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** Keeps in machines' rows that they are heard, fall silent, and are trusted again. */
@Singleton
public class MachineLiveness {

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
                health_status = case when heartbeat.at > now() - make_interval(secs => $5)
                    then heartbeat.health else m.health_status end,
                agent_version = heartbeat.version
            from heartbeat join held on held.id = heartbeat.id
            where m.id = heartbeat.id
            returning case when m.status = 'OFFLINE' and m.fenced_at is null
                and heartbeat.at > now() - make_interval(secs => $5) then m.id end""";

    private static final String DISTRUSTED = """
            update compute_machine set health_status = 'CRITICAL'
            where id = any($1) and health_status <> 'CRITICAL' and deleted_at is null""";

    private final MachineStore store;

    MachineLiveness(MachineStore store) {
        this.store = store;
    }

    /** That a host is alive and how it is, as its newest heartbeat says. */
    public record LastHeartbeat(UUID host, HealthStatus health, String agentVersion, Instant at) {}

    /** Notes heartbeats, one for each host; who was OFFLINE and is heard within the longest silence is back. */
    public Uni<Void> heard(Work work, Collection<LastHeartbeat> heartbeats, Duration silence) {
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
                .chain(back -> Sequentially.of(back, id -> saveIf(work, id, Machine::isBack)))
                .replaceWithVoid();
    }

    /** Trusts a fenced machine again if it proved after that moment that it runs nothing. */
    public Uni<Void> unfence(Work work, UUID id, Predicate<Instant> provedAfter) {
        return saveIf(work, id, machine -> {
            boolean trusted = machine.fencedAt != null && provedAfter.test(machine.fencedAt);
            if (trusted) {
                machine.unfence();
            }
            return trusted;
        });
    }

    /** What those machines' hosts report is of no use: nothing is placed there until they are heard again. */
    public void distrust(Work work, Collection<UUID> machines) {
        work.send(DISTRUSTED, (Object) machines.toArray(UUID[]::new));
    }

    /** It was not heard for too long. */
    public Uni<Void> silent(Work work, UUID id) {
        return store.held(work, id)
                .map(Optional::orElseThrow)
                .invoke(Machine::fallsSilent)
                .chain(machine -> store.save(work, machine, null))
                .replaceWithVoid();
    }

    /** It is to be given up and has nothing left on it. */
    public Uni<Void> giveUp(Work work, UUID id) {
        return store.held(work, id)
                .chain(found -> store.end(work, found.orElseThrow(), null))
                .replaceWithVoid();
    }

    private Uni<Void> saveIf(Work work, UUID id, Predicate<Machine> change) {
        return store.held(work, id).chain(found -> found.filter(change)
                .map(machine -> store.save(work, machine, null).replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
