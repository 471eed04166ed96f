package io.skyholm.compute.consolesession;

import io.skyholm.compute.console.ConsolePlace;
import io.skyholm.compute.console.ConsoleProblems;
import io.skyholm.compute.console.ConsoleRequests;
import io.skyholm.compute.console.HostProof;
import io.skyholm.compute.instance.Instances;
import io.skyholm.events.access.Action;
import io.skyholm.events.access.Permission;
import io.skyholm.events.access.ResourceType;
import io.skyholm.events.compute.ConsoleSessionEnd;
import io.skyholm.events.compute.ConsoleSessionEvents;
import io.skyholm.events.host.ConsoleUse;
import io.skyholm.runtime.access.Callers;
import io.skyholm.runtime.access.Secret;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.outbox.Outbox;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.rights.HeldRight;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may type into a console, and who does. */
@ApplicationScoped
class ConsoleSessions {

    /** The kind of task that forgets tickets, and ends what whoever held it has left. */
    static final String TASK = "console-session";

    static final String PATH = "/v1/consoles/";

    private static final Permission USE = new Permission(ResourceType.INSTANCE, Action.EXECUTE);

    private final Commands commands;
    private final TenantTransaction transactions;
    private final Instances instances;
    private final ConsoleRequests requests;
    private final ConsoleSessionStore store;
    private final Callers callers;
    private final Outbox outbox;
    private final ReconcileQueue queue;
    private final ConsoleSessionSettings settings;

    ConsoleSessions(
            Commands commands,
            TenantTransaction transactions,
            Instances instances,
            ConsoleRequests requests,
            ConsoleSessionStore store,
            Callers callers,
            Outbox outbox,
            ReconcileQueue queue,
            ConsoleSessionSettings settings) {
        this.commands = commands;
        this.transactions = transactions;
        this.instances = instances;
        this.requests = requests;
        this.store = store;
        this.callers = callers;
        this.outbox = outbox;
        this.queue = queue;
        this.settings = settings;
    }

    /** Gives whoever may use an instance what opens its console once. */
    Uni<ConsoleTicketView> ticket(Call call, UUID instance) {
        return instances
                .get(call, instance)
                .map(found -> ConsolePlace.of(call.caller(), found))
                .chain(place -> commands.changeAcrossTenants(call, work -> ticket(call, work, place)));
    }

    private Uni<ConsoleTicketView> ticket(Call call, Work work, ConsolePlace place) {
        store.hold(work, place.tenantId());
        return requests.requireHeard(work, place)
                .chain(() -> store.count(work, place.tenantId(), ConsoleSessionStatus.TICKET))
                .map(tickets -> {
                    if (tickets >= settings.tickets()) {
                        throw ConsoleSessionProblems.tooManyTickets(settings.tickets());
                    }
                    UUID id = Ids.next();
                    Secret ticket = Secret.fresh();
                    store.add(work, id, call, place, ticket);
                    queue.wakeWithin(work, TASK, List.of(id), settings.ticket().plusSeconds(1));
                    return new ConsoleTicketView(
                            ticket.text(), PATH + ticket.text(), RealTime.now().plus(settings.ticket()));
                });
    }

    /** Opens the console of that ticket, which opens nothing from then on; from that address, with that program. */
    Uni<ConsoleSession> open(String ticket, @Nullable String address, @Nullable String agent) {
        return store.ofTicket(new Secret(ticket), settings.ticket())
                .map(found -> found.orElseThrow(ConsoleSessionProblems::noTicket))
                .chain(session -> held(session)
                        .chain(right -> transactions.change(
                                session.cause(address, agent), work -> open(work, session, right))));
    }

    private Uni<HeldRight> held(ConsoleSession session) {
        return callers.held(session.openedBy(), session.apiKeyId(), USE);
    }

    private Uni<ConsoleSession> open(Work work, ConsoleSession session, HeldRight right) {
        if (right.refusal() != null) {
            throw ConsoleSessionProblems.noTicket();
        }
        store.hold(work, session.tenantId());
        return store.requireLoggedIn(work, session)
                .chain(() -> store.isStillThere(work, session, right.groups()))
                .invoke(there -> {
                    if (!there) {
                        throw ConsoleProblems.noConsole();
                    }
                })
                .chain(() -> requests.requireHeard(work, session.place()))
                .chain(() -> store.takeOver(work, session))
                .chain(before -> Sequentially.of(before, one -> ended(work, one)))
                .chain(() -> store.requireFree(work, session))
                .chain(() -> store.count(work, session.tenantId(), ConsoleSessionStatus.OPEN))
                .chain(open -> {
                    if (open >= settings.ofTenant()) {
                        throw ConsoleSessionProblems.tooMany(settings.ofTenant());
                    }
                    return store.begun(work, session.tenantId());
                })
                .chain(begun -> {
                    if (begun >= settings.begunInAnHour()) {
                        throw ConsoleSessionProblems.tooManyBegun(settings.begunInAnHour());
                    }
                    return store.open(work, session.id(), settings.address());
                })
                .map(opened -> opened.orElseThrow(ConsoleSessionProblems::noTicket))
                .call(opened -> opened(work, opened));
    }

    private Uni<Void> opened(Work work, ConsoleSession opened) {
        outbox.publish(work, ConsoleSessionEvents.OPENED, opened.fact());
        queue.wakeWithin(work, TASK, List.of(opened.id()), settings.silence());
        return requests.openLine(work, opened.id(), opened.place(), settings.longest());
    }

    private Uni<Void> ended(Work work, ConsoleSession ended) {
        outbox.publish(work, ConsoleSessionEvents.ENDED, ended.fact());
        return requests.endLine(work, ended.id());
    }

    /** Refuses whoever is not the host that was asked to open that line. */
    Uni<Void> checkHost(UUID id, HostProof proof) {
        return transactions.change(Cause.platform(), work -> requests.asked(work, id, ConsoleUse.SERIAL)
                .map(found -> found.orElseThrow(ConsoleProblems::notFound))
                .invoke(asked -> {
                    if (!proof.isOf(asked, "", RealTime.now())) {
                        throw ConsoleProblems.refused();
                    }
                })
                .replaceWithVoid());
    }

    /** The other replica at which a console is open; empty where it is open nowhere. */
    Uni<Optional<String>> elsewhere(UUID id) {
        return store.heldAt(id).map(held -> held.filter(address -> !address.equals(settings.address())));
    }

    /** Notes that a console is still open; says why it must not be, if that is so. */
    Uni<Optional<ConsoleSessionEnd>> look(UUID id) {
        return store.ofId(id).chain(found -> found.filter(session -> session.status() == ConsoleSessionStatus.OPEN)
                .map(this::look)
                .orElseGet(() -> because(ConsoleSessionEnd.TAKEN_OVER)));
    }

    private Uni<Optional<ConsoleSessionEnd>> look(ConsoleSession session) {
        return held(session).chain(right -> transactions.change(session.cause(), work -> look(work, session, right)));
    }

    private Uni<Optional<ConsoleSessionEnd>> look(Work work, ConsoleSession session, HeldRight right) {
        if (right.refusal() != null) {
            return because(ConsoleSessionEnd.RIGHT_LOST);
        }
        return store.isLoggedOut(work, session)
                .chain(out -> out ? Uni.createFrom().item(false) : store.isStillThere(work, session, right.groups()))
                .chain(there -> there ? seen(work, session) : because(ConsoleSessionEnd.RIGHT_LOST));
    }

    private Uni<Optional<ConsoleSessionEnd>> seen(Work work, ConsoleSession session) {
        return store.seen(work, session.id(), settings.silence().dividedBy(3))
                .map(open -> open ? Optional.empty() : Optional.of(ConsoleSessionEnd.TAKEN_OVER));
    }

    private static Uni<Optional<ConsoleSessionEnd>> because(ConsoleSessionEnd why) {
        return Uni.createFrom().item(Optional.of(why));
    }

    /** It is over; whoever says so first says why. */
    Uni<Void> end(UUID id, ConsoleSessionEnd why) {
        return store.ofId(id).chain(found -> found.map(
                        session -> transactions.change(session.cause(), work -> store.end(work, id, why)
                                .chain(ended -> ended.map(one -> ended(work, one))
                                        .orElseGet(() -> Uni.createFrom().voidItem()))))
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
