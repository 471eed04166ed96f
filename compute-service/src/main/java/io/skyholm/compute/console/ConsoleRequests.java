package io.skyholm.compute.console;

import io.skyholm.compute.vm.VirtualMachines;
import io.skyholm.events.host.ConsoleRequest;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.events.host.DesiredConsole;
import io.skyholm.events.host.ThingKey;
import io.skyholm.hosts.HostDesiredStates;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of consoles. A host is told of all that is open for one of its machines at once, with a generation: what is told late or
 * twice does no harm, and what it is not told of any more it ends.
 */
@Singleton
public class ConsoleRequests {

    /** The kind of task that ends what nobody waits for any more. */
    static final String TASK = "console-request";

    /** Which host this is asked of, and whether it is heard; a host that was described and never joined is not. */
    private static final String HEARD = """
            select 1 from compute_machine where id = $1 and agent_public_key is not null and status <> 'OFFLINE'
                and fenced_at is null and deleted_at is null""";

    /** One that others wait for already, or that was answered just now: whoever asks again and again does not ask the host each time. */
    private static final String SHARED = """
            select id from console_request
            where virtual_machine_id = $1 and compute_machine_id = $2 and tenant_id = $3 and use = 'LOG' and failure is null
                and (answered_at > now() - interval '1 second' or (answered_at is null and expires_at > now() + interval '3 seconds'))
            order by expires_at desc limit 1""";

    private static final String ADD = """
            insert into console_request
                (id, tenant_id, instance_id, virtual_machine_id, compute_machine_id, use, expires_at)
            values ($1, $2, $3, $4, $5, $6, now() + make_interval(secs => $7))""";

    private static final String OPEN = """
            select id, use, expires_at from console_request
            where virtual_machine_id = $1 and compute_machine_id = $2 and answered_at is null and expires_at > now()
            order by id""";

    private static final String ASKED = """
            select request.id, request.tenant_id, request.instance_id, request.virtual_machine_id, request.compute_machine_id,
                machine.agent_public_key
            from console_request request join compute_machine machine on machine.id = request.compute_machine_id
            where request.id = $1 and request.use = $2 and request.answered_at is null and request.expires_at > now()
                and machine.agent_public_key is not null and machine.deleted_at is null
            for update of request""";

    private static final String ANSWER =
            "update console_request set answered_at = now(), log = $2, failure = $3 where id = $1";

    /** What was read is whose the instance is: one that has gone to another tenant meanwhile answers nobody. */
    private static final String ANSWERED = """
            select answered_at is not null as is_answered, log, failure from console_request request
            where id = $1 and exists (
                select from instance where id = request.instance_id and tenant_id = request.tenant_id)""";

    private static final String OVER = """
            delete from console_request where id = $1 and (expires_at <= now() or answered_at <= now() - interval '2 seconds')
            returning tenant_id, instance_id, virtual_machine_id, compute_machine_id, answered_at is not null as is_answered""";

    private static final String END_LINE = """
            delete from console_request where id = $1 returning tenant_id, instance_id, virtual_machine_id, compute_machine_id""";

    private static final String HOST_THERE = "select 1 from compute_machine where id = $1 and deleted_at is null";
    private static final String THERE = "select 1 from console_request where id = $1";

    private final VirtualMachines vms;
    private final HostDesiredStates desired;
    private final ReconcileQueue queue;
    private final TenantRead read;

    ConsoleRequests(VirtualMachines vms, HostDesiredStates desired, ReconcileQueue queue, TenantRead read) {
        this.vms = vms;
        this.desired = desired;
        this.queue = queue;
        this.read = read;
    }

    private record OpenRequest(UUID id, ConsoleUse use, OffsetDateTime expiresAt) {

        ConsoleRequest told() {
            return new ConsoleRequest(id, use, expiresAt.toInstant());
        }
    }

    private record Over(
            UUID tenantId, UUID instanceId, UUID virtualMachineId, UUID computeMachineId, boolean isAnswered) {

        ConsolePlace place() {
            return new ConsolePlace(tenantId, instanceId, virtualMachineId, computeMachineId);
        }
    }

    /** Has the host asked for a console's log, unless it is asked already; answers with the request to wait for. */
    Uni<UUID> log(Work work, ConsolePlace place, Duration patience) {
        return requireHeard(work, place)
                .chain(() -> {
                    work.lockName("console/" + place.virtualMachineId());
                    return work.value(
                            UUID.class, SHARED, place.virtualMachineId(), place.computeMachineId(), place.tenantId());
                })
                .chain(shared -> shared.map(id -> Uni.createFrom().item(id))
                        .orElseGet(() -> add(work, Ids.next(), place, ConsoleUse.LOG, patience)));
    }

    /** Refuses what a host would have to answer that is known to be lost. */
    public Uni<Void> requireHeard(Work work, ConsolePlace place) {
        return work.some(ConsoleProblems::hostIsNotHeard, HEARD, place.computeMachineId());
    }

    /** Has the host open the line of a console, under that id, for so long at most. */
    public Uni<Void> openLine(Work work, UUID id, ConsolePlace place, Duration longest) {
        return add(work, id, place, ConsoleUse.SERIAL, longest).replaceWithVoid();
    }

    /** Has it end that line. */
    public Uni<Void> endLine(Work work, UUID id) {
        return work.find(ConsolePlace.class, END_LINE, id).chain(found -> found.map(place -> end(work, place))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<UUID> add(Work work, UUID id, ConsolePlace place, ConsoleUse use, Duration life) {
        work.send(
                ADD,
                id,
                place.tenantId(),
                place.instanceId(),
                place.virtualMachineId(),
                place.computeMachineId(),
                use.name(),
                life.toMillis() / 1000.0);
        queue.wakeWithin(work, TASK, List.of(id), life.plusSeconds(1));
        return tell(work, place).replaceWith(id);
    }

    /** Tells the host all that is open for the machine now, or that nothing is. */
    private Uni<Void> tell(Work work, ConsolePlace place) {
        UUID machine = place.virtualMachineId();
        UUID host = place.computeMachineId();
        return vms.nextConsoleGeneration(work, machine)
                .chain(generation -> work.list(OpenRequest.class, OPEN, machine, host)
                        .invoke(open -> {
                            if (open.isEmpty()) {
                                desired.withdraw(work, host, new ThingKey(DesiredConsole.KIND, machine), generation);
                            } else {
                                desired.tell(work, host, new DesiredConsole(machine, generation, told(open)));
                            }
                        }))
                .replaceWithVoid();
    }

    private static List<ConsoleRequest> told(List<OpenRequest> open) {
        return open.stream().map(OpenRequest::told).toList();
    }

    /** The request of that id that a host may answer now, held until the transaction ends. */
    public Uni<Optional<AskedConsole>> asked(Work work, UUID id, ConsoleUse use) {
        return work.find(AskedConsole.class, ASKED, id, use.name());
    }

    /** Keeps an answer for those who wait, wherever they do, and tells the host that it is not wanted any more. */
    Uni<Void> answer(Work work, AskedConsole asked, @Nullable String log, @Nullable String failure) {
        work.send(ANSWER, asked.id(), log, failure);
        return tell(work, asked.place());
    }

    /** What has become of a request; empty once that is forgotten, or the instance is another tenant's. */
    Uni<Optional<ConsoleAnswer>> answer(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(ANSWERED, id), RowType.of(ConsoleAnswer.class));
    }

    /** Forgets a request whose time is over; whether it is forgotten by now. Of one that was answered its host has been told then. */
    Uni<Boolean> end(Work work, UUID id) {
        return work.find(Over.class, OVER, id).chain(found -> found.map(over -> over.isAnswered()
                        ? Uni.createFrom().item(true)
                        : end(work, over.place()).replaceWith(true))
                .orElseGet(() -> work.exists(THERE, id).map(there -> !there)));
    }

    /** Nothing is written to the topic of a host that is deleted. */
    private Uni<Void> end(Work work, ConsolePlace place) {
        return work.exists(HOST_THERE, place.computeMachineId())
                .chain(there -> there ? tell(work, place) : Uni.createFrom().voidItem());
    }
}
