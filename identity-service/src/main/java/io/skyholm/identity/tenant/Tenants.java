package io.skyholm.identity.tenant;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** What can be done with tenants. */
@Startup
@ApplicationScoped
public class Tenants {

    private static final String NAME = "select name from tenant where id = $1 and status = 'ACTIVE'";

    private static final String STAYS = "select 1 from tenant where id = $1 and status <> 'DELETED' for share";

    private final Commands commands;
    private final Aggregate<Tenant, TenantView, TenantFact> tenants;
    private final TenantUsers users;

    Tenants(Commands commands, Aggregates aggregates, TenantUsers users) {
        this.commands = commands;
        this.users = users;
        this.tenants = aggregates.of("tenant", Tenant.class, TenantView.class, TenantEvents.TYPES);
    }

    Uni<TenantView> create(Call call, CreateTenant command) {
        return commands.changeOnce(call, command, TenantView.class, work -> {
                    Tenant tenant = new Tenant(command.name(), tenants.created(call));
                    tenant.description = command.description();
                    tenant.vlanId = command.vlanId();
                    tenant.quotaConfig = command.quotaConfig();
                    return tenants.insert(work, TenantEvents.CREATED, tenant);
                })
                .onFailure()
                .transform(TenantProblems::explain);
    }

    /** Makes a tenant for its administrator-to-be, in a transaction that somebody else began. */
    public Uni<UUID> found(Work work, String name, UUID administrator) {
        Tenant tenant = new Tenant(name, tenants.created((UUID) null));
        tenant.adminUserId = administrator;
        return tenants.insert(work, TenantEvents.CREATED, tenant)
                .replaceWith(tenant.id)
                .onFailure()
                .transform(TenantProblems::explain);
    }

    /** Whether there is such a tenant, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.exists(STAYS, id);
    }

    /** The name of a tenant that takes new users; empty if there is none. */
    public Uni<Optional<String>> nameOfActive(Work work, UUID id) {
        return work.value(String.class, NAME, id);
    }

    Uni<TenantView> change(Call call, UUID id, ChangeTenant command) {
        return commands.change(call, work -> tenants.locked(call, work, id)
                        .invoke(tenant -> command.applyTo(tenant, call.caller()))
                        .call(tenant -> checkAdministrator(work, tenant, command))
                        .chain(tenant -> tenants.save(call, work, TenantEvents.CHANGED, tenant)))
                .onFailure()
                .transform(TenantProblems::explain);
    }

    private Uni<Void> checkAdministrator(Work work, Tenant tenant, ChangeTenant command) {
        UUID administrator = tenant.adminUserId;
        return command.adminUserId() == null || administrator == null
                ? Uni.createFrom().voidItem()
                : users.haveActive(work, tenant.id, administrator)
                        .invoke(active -> {
                            if (!active) {
                                throw TenantProblems.noSuchAdministrator();
                            }
                        })
                        .replaceWithVoid();
    }

    Uni<TenantView> delete(Call call, UUID id) {
        return commands.change(call, work -> tenants.locked(call, work, id)
                .call(() -> users.exist(work, id).invoke(Tenants::requireNone))
                .invoke(tenant -> tenant.status = TenantStatus.DELETED)
                .chain(tenant -> tenants.delete(call, work, TenantEvents.DELETED, tenant)));
    }

    private static void requireNone(boolean users) {
        if (users) {
            throw TenantProblems.hasUsers();
        }
    }

    Uni<TenantView> get(Call call, UUID id) {
        return tenants.get(call, id);
    }

    Uni<Page<TenantView>> list(Call call, TenantFilter filter, PageRequest page) {
        TenantScope scope = call.caller().scope();
        ListQuery query = tenants.query().where("id = ?", scope.platform() ? null : scope.tenantId());
        return tenants.page(call, query.matching(filter), page);
    }
}
