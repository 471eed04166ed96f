package io.skyholm.identity.tenant;

import io.quarkus.runtime.Startup;
import io.skyholm.events.identity.QuotaConfig;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantFact;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.ListQuery;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.reconcile.ReconcileQueue;
import io.skyholm.runtime.tenant.TenantScope;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be done with tenants. */
@Startup
@ApplicationScoped
public class Tenants {

    private static final String NAME = "select name from tenant where id = $1 and status = 'ACTIVE'";

    private static final String STAYS =
            "select name from tenant where id = $1 and status not in ('DELETING', 'DELETED') for share";

    /** The kind of reconciler that ends a deletion. */
    public static final String DELETION = "tenant-deletion";

    private final Commands commands;
    private final Aggregate<Tenant, TenantView, TenantFact> tenants;
    private final TenantUsers users;
    private final ReconcileQueue queue;

    Tenants(Commands commands, Aggregates aggregates, TenantUsers users, ReconcileQueue queue) {
        this.commands = commands;
        this.users = users;
        this.queue = queue;
        this.tenants = aggregates
                .of("tenant", Tenant.class, TenantView.class, TenantEvents.TYPES)
                .explaining(TenantProblems.CONFLICTS);
    }

    Uni<TenantView> create(Call call, CreateTenant command) {
        return commands.changeOnce(call, command, TenantView.class, work -> {
            Tenant tenant = new Tenant(command.name(), tenants.created(call));
            tenant.description = command.description();
            tenant.vlanId = command.vlanId();
            tenant.quotaConfig = command.quotaConfig();
            return tenants.insert(work, TenantEvents.CREATED, tenant);
        });
    }

    /** Makes a tenant for its administrator-to-be, in a transaction that somebody else began. */
    public Uni<UUID> found(Work work, String name, UUID administrator, @Nullable QuotaConfig quota) {
        Tenant tenant = new Tenant(name, tenants.created((UUID) null));
        tenant.adminUserId = administrator;
        tenant.quotaConfig = quota;
        return tenants.insert(work, TenantEvents.CREATED, tenant).replaceWith(tenant.id);
    }

    /** Whether there is such a tenant, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.exists(STAYS, id);
    }

    /** The name of a tenant, which is kept from being deleted until this transaction ends; empty if there is none. */
    public Uni<Optional<String>> staying(Work work, UUID id) {
        return work.value(String.class, STAYS, id);
    }

    /** The same for a tenant that a caller names as {@code tenantId}, which is refused if there is none. */
    public Uni<Void> check(Work work, UUID id) {
        return work.some(TenantProblems::notNamed, STAYS, id);
    }

    /** The name of a tenant that takes new users; empty if there is none. */
    public Uni<Optional<String>> nameOfActive(Work work, UUID id) {
        return work.value(String.class, NAME, id);
    }

    Uni<TenantView> change(Call call, UUID id, ChangeTenant command) {
        return commands.change(call, work -> tenants.locked(call, work, id)
                .invoke(tenant -> command.applyTo(tenant, call.caller()))
                .call(tenant -> checkAdministrator(work, tenant, command))
                .chain(tenant -> tenants.save(call, work, TenantEvents.CHANGED, tenant)));
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

    /** Begins a deletion, which ends when no service holds anything more; asking twice changes nothing. */
    Uni<TenantView> delete(Call call, UUID id, boolean cascade) {
        if (cascade && id.equals(call.caller().tenantId())) {
            throw TenantProblems.own();
        }
        return commands.change(call, work -> tenants.locked(call, work, id)
                .call(() -> cascade ? checkOperators(work, id) : checkUsers(work, id))
                .chain(tenant -> beginDeletion(call, work, tenant)));
    }

    private Uni<TenantView> beginDeletion(Call call, Work work, Tenant tenant) {
        if (tenant.status == TenantStatus.DELETING) {
            return Uni.createFrom().item(tenants.view(tenant));
        }
        tenant.status = TenantStatus.DELETING;
        queue.wake(work, DELETION, tenant.id);
        return tenants.save(call, work, TenantEvents.CHANGED, tenant);
    }

    /** Ends a deletion: no service holds anything more. It counts as done by whoever asked for it. */
    public Uni<Void> endDeletion(Work work, UUID id) {
        return tenants.locked(work, id).chain(found -> found.filter(tenant -> tenant.status == TenantStatus.DELETING)
                .map(tenant -> {
                    tenant.status = TenantStatus.DELETED;
                    tenant.revision.deleted(tenant.revision.updatedBy(), work.now());
                    return tenants.update(work, TenantEvents.DELETED, tenant).replaceWithVoid();
                })
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Boolean> checkUsers(Work work, UUID id) {
        return users.exist(work, id).invoke(any -> {
            if (any) {
                throw TenantProblems.hasUsers();
            }
        });
    }

    /** Who runs the platform is not deleted with a tenant, but by name. */
    private Uni<Boolean> checkOperators(Work work, UUID id) {
        return users.runPlatform(work, id).invoke(any -> {
            if (any) {
                throw TenantProblems.hasOperators();
            }
        });
    }

    Uni<TenantView> get(Call call, UUID id) {
        return tenants.get(call, id);
    }

    Uni<Page<TenantView>> list(Call call, TenantFilter filter, ListPart page) {
        TenantScope scope = call.caller().scope();
        ListQuery query = tenants.query().where("id = ?", scope.platform() ? null : scope.tenantId());
        return tenants.page(call, query.matching(filter), page);
    }
}
