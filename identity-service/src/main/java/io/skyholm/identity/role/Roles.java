package io.skyholm.identity.role;

import io.skyholm.events.identity.RoleEvents;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.CalendarClock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What can be done with roles. */
@ApplicationScoped
class Roles {

    private static final String HOLDERS = """
            select count(*) from role_assignment held join app_user on app_user.id = held.user_id
            where held.role_id = $1 and app_user.status <> 'DELETED'""";

    private final Commands commands;
    private final RoleStore store;
    private final RolePublisher publisher;
    private final Tenants tenants;
    private final CalendarClock clock;

    Roles(Commands commands, RoleStore store, RolePublisher publisher, Tenants tenants, CalendarClock clock) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
        this.tenants = tenants;
        this.clock = clock;
    }

    Uni<RoleView> create(Call call, CreateRole command) {
        UUID tenantId = command.tenantId() == null ? call.caller().tenantId() : command.tenantId();
        Role role = new Role(Ids.next(), tenantId, command, call.caller().id(), clock.instant());
        if (!call.sees(tenantId)) {
            throw RoleProblems.tenantNotFound();
        }
        role.grantable().checkGivenBy(call.caller());
        if (BuiltIns.own(role.name)) {
            throw RoleProblems.nameTaken();
        }
        return commands.changeOnce(call, command, RoleView.class, work -> tenants.exists(work, tenantId)
                        .chain(exists -> {
                            if (!exists) {
                                throw RoleProblems.tenantNotFound();
                            }
                            publisher.publish(work, RoleEvents.CREATED, role);
                            return work.insert(role).replaceWith(() -> RoleView.of(role));
                        }))
                .onFailure()
                .transform(RoleProblems::explain);
    }

    Uni<RoleView> change(Call call, UUID id, ChangeRole command) {
        return commands.change(call, work -> locked(call, work, id).chain(role -> {
            command.applyTo(role, call.caller());
            return save(call, work, role);
        }));
    }

    Uni<RoleView> delete(Call call, UUID id) {
        return commands.change(
                call,
                work -> locked(call, work, id).call(() -> unheld(work, id)).chain(role -> {
                    role.delete(work.now());
                    return save(call, work, role);
                }));
    }

    /** Whoever gives somebody the role has its row until then, so none is overlooked. */
    private static Uni<Long> unheld(Work work, UUID id) {
        return work.value(Long.class, HOLDERS, id).map(Optional::orElseThrow).invoke(holders -> {
            if (holders > 0) {
                throw RoleProblems.inUse(holders);
            }
        });
    }

    Uni<RoleView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(RoleProblems::notFound));
    }

    Uni<Page<RoleView>> list(Call call, RoleFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(roles -> Page.of(roles, page, RoleView::id));
    }

    /** A role that allows more than the caller may do is out of their reach. */
    private Uni<Role> locked(Call call, Work work, UUID id) {
        if (BuiltIns.of(id).isPresent()) {
            throw RoleProblems.builtIn();
        }
        return work.lock(Role.class, id)
                .map(found -> found.filter(role -> !role.isDeleted()).orElseThrow(RoleProblems::notFound))
                .invoke(role -> role.grantable().checkGivenBy(call.caller()))
                .invoke(role -> call.requireMatch(role.generation));
    }

    private Uni<RoleView> save(Call call, Work work, Role role) {
        role.changed(call.caller().id(), work.now());
        publisher.publish(work, role.isDeleted() ? RoleEvents.DELETED : RoleEvents.CHANGED, role);
        return work.update(role).replaceWith(() -> RoleView.of(role));
    }
}
