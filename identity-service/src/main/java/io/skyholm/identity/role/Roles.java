package io.skyholm.identity.role;

import static io.skyholm.deletion.DeletionStage.SETTINGS;

import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.EventJson;
import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.RoleEvents;
import io.skyholm.events.identity.RoleFact;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** What can be done with roles. */
@Startup
@ApplicationScoped
class Roles {

    /** What a built-in role allows is known to the program alone, by its name. */
    private static final Select<RoleView> ROLES = Select.of(RoleView.class, "role")
            .with("isBuiltIn", "tenant_id is null")
            .with("permissions", "case when tenant_id is null then name else to_json(permissions)::text end")
            .decoding("permissions", Roles::permissions);

    private final Commands commands;
    private final Aggregate<Role, RoleView, RoleFact> roles;
    private final List<RoleHolders> holders;
    private final Tenants tenants;

    Roles(Commands commands, Aggregates aggregates, @All List<RoleHolders> holders, Tenants tenants) {
        this.commands = commands;
        this.roles = aggregates.of("role", Role.class, ROLES, RoleEvents.TYPES).counted(CountedKind.ROLES);
        this.holders = holders;
        this.tenants = tenants;
    }

    Uni<RoleView> create(Call call, CreateRole command) {
        UUID tenantId = Owners.ofTenants(call, command.tenantId());
        Role role = new Role(tenantId, command, roles.created(call));
        role.grantable().checkGivenBy(call.caller());
        if (BuiltIns.own(role.name)) {
            throw RoleProblems.nameTaken();
        }
        return commands.changeOnce(call, command, RoleView.class, work -> tenants.check(work, tenantId)
                        .chain(() -> roles.insert(work, RoleEvents.CREATED, role)))
                .onFailure()
                .transform(RoleProblems::explain);
    }

    Uni<RoleView> change(Call call, UUID id, ChangeRole command) {
        return commands.change(call, work -> locked(call, work, id).chain(role -> {
            command.applyTo(role, call.caller());
            return roles.save(call, work, RoleEvents.CHANGED, role);
        }));
    }

    Uni<RoleView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> unheld(work, id))
                .chain(role -> roles.delete(call, work, RoleEvents.DELETED, role)));
    }

    /** What a tenant made for itself goes with it, when nobody holds it any more. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SETTINGS, "roles", roles, RoleEvents.DELETED);
    }

    /** Whoever gives somebody the role has its row until then, so none is overlooked. */
    private Uni<Long> unheld(Work work, UUID id) {
        return Sequentially.of(holders, kind -> kind.count(work, id))
                .map(counts -> counts.stream().mapToLong(Long::longValue).sum())
                .invoke(count -> {
                    if (count > 0) {
                        throw RoleProblems.inUse(count);
                    }
                });
    }

    Uni<RoleView> get(Call call, UUID id) {
        return roles.get(call, id);
    }

    Uni<Page<RoleView>> list(Call call, RoleFilter filter, ListPart page) {
        return roles.listShared(call, filter, page);
    }

    /** A role that allows more than the caller may do is out of their reach. */
    private Uni<Role> locked(Call call, Work work, UUID id) {
        if (BuiltIns.of(id).isPresent()) {
            throw RoleProblems.builtIn();
        }
        return roles.required(work, id)
                .invoke(role -> role.grantable().checkGivenBy(call.caller()))
                .invoke(role -> call.requireMatch(role.revision.generation()));
    }

    private static List<Permission> permissions(String text) {
        return BuiltIns.named(text)
                .map(role -> role.permissions().stream().toList())
                .orElseGet(() -> List.of(EventJson.read(text, Permission[].class)));
    }
}
