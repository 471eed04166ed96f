package io.skyholm.compute.consolesession;

import io.skyholm.compute.console.ConsolePlace;
import io.skyholm.events.Actor;
import io.skyholm.events.compute.ConsoleSessionEnd;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.record.RowType;
import io.skyholm.runtime.tenant.Statement;
import io.skyholm.runtime.tenant.TenantRead;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of consoles that are typed into. */
@Singleton
class ConsoleSessionStore {

    private static final String COLUMNS = """
            id, generation, tenant_id, instance_id, virtual_machine_id, compute_machine_id, opened_by, api_key_id, correlation_id,
                status, address, agent, opened_at, ended_at, end_reason""";

    private static final String ADD = """
            insert into console_session (id, generation, tenant_id, instance_id, virtual_machine_id, compute_machine_id, opened_by,
                api_key_id, login_session_id, correlation_id, ticket_hash, status, seen_at)
            values ($1, 0, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'TICKET', now())""";

    private static final String OF_TICKET = """
            select %s from console_session
            where ticket_hash = $1 and status = 'TICKET' and seen_at > now() - make_interval(secs => $2)""".formatted(COLUMNS);

    private static final String OF_ID = "select %s from console_session where id = $1".formatted(COLUMNS);

    private static final String OPEN = """
            update console_session set status = 'OPEN', generation = generation + 1, address = $2, agent = $3, held_at = $4,
                opened_at = now(), seen_at = now()
            where id = $1 and status = 'TICKET' returning %s""".formatted(COLUMNS);

    private static final String HELD_AT =
            "select held_at from console_session where id = $1 and status = 'OPEN' and held_at is not null";

    private static final String END = """
            update console_session set status = 'ENDED', generation = generation + 1, ended_at = now(), end_reason = $2
            where id = $1 and status = 'OPEN' returning %s""".formatted(COLUMNS);

    /** Of one person and guest: they come anew because the line they had broke, and nobody has noticed yet. */
    private static final String TAKE_OVER = """
            update console_session set status = 'ENDED', generation = generation + 1, ended_at = now(), end_reason = 'TAKEN_OVER'
            where virtual_machine_id = $1 and opened_by = $2 and status = 'OPEN' returning %s""".formatted(COLUMNS);

    private static final String IN_USE =
            "select 1 from console_session where virtual_machine_id = $1 and status = 'OPEN'";

    /** That an ended one is not asked for is said for its index. */
    private static final String COUNT =
            "select count(*) from console_session where tenant_id = $1 and status = $2 and status <> 'ENDED'";

    private static final String BEGUN = """
            select count(*) from console_session where tenant_id = $1 and opened_at > now() - interval '1 hour'""";

    /** Nothing where it was noted just before. */
    private static final String SEEN = """
            update console_session set seen_at = now()
            where id = $1 and status = 'OPEN' and seen_at <= now() - make_interval(secs => $2)""";

    private static final String IS_OPEN = "select 1 from console_session where id = $1 and status = 'OPEN'";

    /** As whoever opened it sees it: where their right ends at a project, so does this. */
    private static final String STILL_THERE = """
            select 1 from instance
            where id = $1 and tenant_id = $2 and virtual_machine_id = $3 and compute_machine_id = $4 and deleted_at is null""";

    private static final String LOGGED_OUT = """
            select 1 from console_session session join ended_session ended on ended.id = session.login_session_id
            where session.id = $1""";

    private static final String FORGET_TICKET = """
            delete from console_session
            where id = $1 and status = 'TICKET' and seen_at <= now() - make_interval(secs => $2)""";

    private static final String IS_SILENT = """
            select 1 from console_session
            where id = $1 and status = 'OPEN' and seen_at <= now() - make_interval(secs => $2)""";

    private record Held(String heldAt) {}

    private final TenantRead read;

    ConsoleSessionStore(TenantRead read) {
        this.read = read;
    }

    /** One tenant's are counted one after the other. */
    void hold(Work work, UUID tenant) {
        work.lockName("console-sessions/" + tenant);
    }

    void add(Work work, UUID id, Call call, ConsolePlace place, Secret ticket) {
        work.send(
                ADD,
                id,
                place.tenantId(),
                place.instanceId(),
                place.virtualMachineId(),
                place.computeMachineId(),
                call.caller().id(),
                call.caller().credential().apiKey(),
                call.caller().credential().session(),
                work.cause().correlationId(),
                ticket.hash());
    }

    Uni<Optional<ConsoleSession>> ofTicket(Secret ticket, Duration life) {
        return one(Statement.of(OF_TICKET, ticket.hash(), seconds(life)));
    }

    Uni<Optional<ConsoleSession>> ofId(UUID id) {
        return one(Statement.of(OF_ID, id));
    }

    private Uni<Optional<ConsoleSession>> one(Statement statement) {
        return read.one(TenantScope.PLATFORM, statement, RowType.of(ConsoleSession.class));
    }

    /** Empty where another has opened it by the same ticket. */
    Uni<Optional<ConsoleSession>> open(Work work, UUID id, String heldAt) {
        Actor actor = work.cause().actor();
        return work.find(ConsoleSession.class, OPEN, id, actor.address(), actor.agent(), heldAt);
    }

    /** The replica at which a console is open; empty for one that is open nowhere. */
    Uni<Optional<String>> heldAt(UUID id) {
        return read.one(TenantScope.PLATFORM, Statement.of(HELD_AT, id), RowType.of(Held.class))
                .map(found -> found.map(Held::heldAt));
    }

    /** Empty where it has ended already. */
    Uni<Optional<ConsoleSession>> end(Work work, UUID id, ConsoleSessionEnd why) {
        return work.find(ConsoleSession.class, END, id, why.name());
    }

    Uni<List<ConsoleSession>> takeOver(Work work, ConsoleSession by) {
        return work.list(ConsoleSession.class, TAKE_OVER, by.virtualMachineId(), by.openedBy());
    }

    Uni<Void> requireFree(Work work, ConsoleSession session) {
        return work.none(ConsoleSessionProblems::inUse, IN_USE, session.virtualMachineId());
    }

    Uni<Long> count(Work work, UUID tenant, ConsoleSessionStatus status) {
        return work.value(Long.class, COUNT, tenant, status.name()).map(Optional::orElseThrow);
    }

    /** How many a tenant has begun within the last hour. */
    Uni<Long> begun(Work work, UUID tenant) {
        return work.value(Long.class, BEGUN, tenant).map(Optional::orElseThrow);
    }

    /** Whether the login by which it was asked for has ended. */
    Uni<Boolean> isLoggedOut(Work work, ConsoleSession session) {
        return work.exists(LOGGED_OUT, session.id());
    }

    Uni<Void> requireLoggedIn(Work work, ConsoleSession session) {
        return work.none(ConsoleSessionProblems::noTicket, LOGGED_OUT, session.id());
    }

    /** Whether the instance is where it was, for somebody who may use what belongs to members of those groups; null for all of it. */
    Uni<Boolean> isStillThere(Work work, ConsoleSession session, @Nullable Set<UUID> groups) {
        return work.within(
                groups,
                () -> work.exists(
                        STILL_THERE,
                        session.instanceId(),
                        session.tenantId(),
                        session.virtualMachineId(),
                        session.computeMachineId()));
    }

    /** Notes that it is open, unless that was noted within that time; whether it is. */
    Uni<Boolean> seen(Work work, UUID id, Duration within) {
        return work.execute(SEEN, id, seconds(within)).chain(() -> work.exists(IS_OPEN, id));
    }

    Uni<Boolean> forgetTicket(Work work, UUID id, Duration life) {
        return work.execute(FORGET_TICKET, id, seconds(life)).map(changed -> changed == 1);
    }

    Uni<Boolean> isSilent(Work work, UUID id, Duration silence) {
        return work.exists(IS_SILENT, id, seconds(silence));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
