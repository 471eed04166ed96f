package io.skyholm.identity.tenant;

import static io.skyholm.events.access.Action.MANAGE;
import static io.skyholm.events.access.ResourceType.TENANT;

import io.skyholm.events.access.Permission;
import io.skyholm.events.identity.TenantEvents;
import io.skyholm.events.identity.TenantStatus;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.page.PageRequest;
import io.skyholm.runtime.tenant.Ids;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What can be done with tenants. */
@ApplicationScoped
public class Tenants {

    private static final Permission DECIDE_STANDING = new Permission(TENANT, MANAGE);
    private static final String HAS_USERS =
            "select 1 from app_user where tenant_id = $1 and status <> 'DELETED' limit 1";

    private static final String ACTIVE_USER =
            "select 1 from app_user where id = $1 and tenant_id = $2 and status = 'ACTIVE'";
    private static final String NAME = "select name from tenant where id = $1 and status = 'ACTIVE'";

    private static final String STAYS = "select 1 from tenant where id = $1 and status <> 'DELETED' for share";

    private final Commands commands;
    private final TenantStore store;
    private final TenantPublisher publisher;

    Tenants(Commands commands, TenantStore store, TenantPublisher publisher) {
        this.commands = commands;
        this.store = store;
        this.publisher = publisher;
    }

    Uni<TenantView> create(Call call, CreateTenant command) {
        return commands.changeOnce(call, command, TenantView.class, work -> {
                    Tenant tenant =
                            new Tenant(Ids.next(), command.name(), call.caller().id(), Instant.now());
                    tenant.description = command.description();
                    tenant.vlanId = command.vlanId();
                    tenant.quotaConfig = command.quotaConfig();
                    return insert(work, tenant).replaceWith(() -> TenantView.of(tenant));
                })
                .onFailure()
                .transform(TenantProblems::explain);
    }

    /** Makes a tenant for its administrator-to-be, in a transaction that somebody else began. */
    public Uni<UUID> found(Work work, String name, UUID administrator) {
        Tenant tenant = new Tenant(Ids.next(), name, null, Instant.now());
        tenant.adminUserId = administrator;
        return insert(work, tenant).replaceWith(tenant.id).onFailure().transform(TenantProblems::explain);
    }

    private Uni<Void> insert(Work work, Tenant tenant) {
        publisher.publish(work, TenantEvents.CREATED, tenant);
        return work.insert(tenant);
    }

    /** Whether there is such a tenant, and keeps it from being deleted until this transaction ends. */
    public Uni<Boolean> exists(Work work, UUID id) {
        return work.query(STAYS, id).map(found -> found.hasNext());
    }

    /** The name of a tenant that takes new users; empty if there is none. */
    public Uni<Optional<String>> nameOfActive(Work work, UUID id) {
        return work.query(NAME, id)
                .map(found -> found.hasNext() ? Optional.of(String.valueOf(found.next()[0])) : Optional.empty());
    }

    Uni<TenantView> change(Call call, UUID id, ChangeTenant command) {
        if (command.status() == TenantStatus.DELETED) {
            throw TenantProblems.deleteToDelete();
        }
        if (command.concernsStanding() && !call.caller().may(DECIDE_STANDING)) {
            throw TenantProblems.standingIsTheOperators();
        }
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(command::applyTo)
                        .call(tenant -> checkAdministrator(work, tenant, command))
                        .chain(tenant -> save(call, work, tenant)))
                .onFailure()
                .transform(TenantProblems::explain);
    }

    private static Uni<Void> checkAdministrator(Work work, Tenant tenant, ChangeTenant command) {
        return command.adminUserId() == null || tenant.adminUserId == null
                ? Uni.createFrom().voidItem()
                : work.query(ACTIVE_USER, tenant.adminUserId, tenant.id)
                        .invoke(found -> {
                            if (!found.hasNext()) {
                                throw TenantProblems.noSuchAdministrator();
                            }
                        })
                        .replaceWithVoid();
    }

    Uni<TenantView> delete(Call call, UUID id) {
        return commands.change(call, work -> locked(call, work, id)
                .call(() -> work.query(HAS_USERS, id).invoke(users -> {
                    if (users.hasNext()) {
                        throw TenantProblems.hasUsers();
                    }
                }))
                .chain(tenant -> {
                    tenant.delete(Instant.now());
                    return save(call, work, tenant);
                }));
    }

    Uni<TenantView> get(Call call, UUID id) {
        return store.find(call.caller().scope(), id).map(found -> found.orElseThrow(TenantProblems::notFound));
    }

    Uni<Page<TenantView>> list(Call call, TenantFilter filter, PageRequest page) {
        return store.list(call.caller().scope(), filter, page).map(tenants -> Page.of(tenants, page, TenantView::id));
    }

    private Uni<Tenant> locked(Call call, Work work, UUID id) {
        return work.lock(Tenant.class, id)
                .map(found -> found.filter(tenant -> !tenant.isDeleted()).orElseThrow(TenantProblems::notFound))
                .invoke(tenant -> call.requireMatch(tenant.generation));
    }

    private Uni<TenantView> save(Call call, Work work, Tenant tenant) {
        tenant.changed(call.caller().id(), Instant.now());
        publisher.publish(work, tenant.isDeleted() ? TenantEvents.DELETED : TenantEvents.CHANGED, tenant);
        return work.update(tenant).replaceWith(() -> TenantView.of(tenant));
    }
}
