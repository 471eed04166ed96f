package io.skyholm.identity.serviceaccount;

import static io.skyholm.deletion.DeletionStage.SECRETS;

import io.quarkus.runtime.Startup;
import io.skyholm.deletion.DataHolder;
import io.skyholm.deletion.OwnedAggregates;
import io.skyholm.events.identity.CountedKind;
import io.skyholm.events.identity.ServiceAccountEvents;
import io.skyholm.events.identity.ServiceAccountFact;
import io.skyholm.identity.group.Projects;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Aggregate;
import io.skyholm.runtime.aggregate.Aggregates;
import io.skyholm.runtime.aggregate.Owners;
import io.skyholm.runtime.call.Call;
import io.skyholm.runtime.command.Commands;
import io.skyholm.runtime.page.ListPart;
import io.skyholm.runtime.page.Page;
import io.skyholm.runtime.record.Select;
import io.skyholm.runtime.tenant.Work;
import io.skyholm.runtime.time.RealTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What can be done with service accounts. */
@Startup
@ApplicationScoped
class ServiceAccounts {

    private static final Select<ServiceAccountView> ACCOUNTS =
            Select.of(ServiceAccountView.class, "service_account").with("clientSecret", "null::text");

    private final Commands commands;
    private final Aggregate<ServiceAccount, ServiceAccountView, ServiceAccountFact> accounts;
    private final AccountRoles roles;
    private final Tenants tenants;
    private final Projects projects;

    ServiceAccounts(Commands commands, Aggregates aggregates, AccountRoles roles, Tenants tenants, Projects projects) {
        this.commands = commands;
        this.accounts = aggregates
                .of("service account", ServiceAccount.class, ACCOUNTS, ServiceAccountEvents.TYPES)
                .counted(CountedKind.SERVICE_ACCOUNTS)
                .explaining(ServiceAccountProblems.CONFLICTS);
        this.roles = roles;
        this.tenants = tenants;
        this.projects = projects;
    }

    /** The answer that is kept for a repeated request holds no secret: whoever missed it rotates it. */
    Uni<ServiceAccountView> create(Call call, CreateServiceAccount command) {
        UUID tenantId = Owners.ofTenants(call, command.tenantId());
        ClientSecret secret = ClientSecret.make();
        ServiceAccount account = new ServiceAccount(tenantId, command, secret.secret(), accounts.created(call));
        return commands.changeOnce(call, command, ServiceAccountView.class, work -> tenants.check(work, tenantId)
                        .chain(() -> roles.checkGivenBy(call.caller(), work, tenantId, command.roles()))
                        .chain(() -> projects.check(work, tenantId, command.groupId()))
                        .chain(() -> accounts.insert(work, ServiceAccountEvents.CREATED, account)))
                .map(view -> view.id().equals(account.id) ? view.showing(secret) : view);
    }

    Uni<ServiceAccountView> change(Call call, UUID id, ChangeServiceAccount command) {
        UUID project = command.newGroup();
        if (project != null) {
            call.caller().requireNotLimitedTo(project);
        }
        return commands.change(call, work -> locked(call, work, id)
                .invoke(account -> command.applyTo(account, RealTime.now()))
                .call(account -> roles.checkGivenBy(call.caller(), work, account.tenantId, account.roles()))
                .call(account -> projects.check(work, account.tenantId, project))
                .chain(account -> accounts.save(call, work, ServiceAccountEvents.CHANGED, account)));
    }

    Uni<ServiceAccountView> rotate(Call call, UUID id, RotateSecret command) {
        ClientSecret secret = ClientSecret.make();
        return commands.change(call, work -> locked(call, work, id)
                        .invoke(account -> account.rotate(secret.secret(), command, work.now(), RealTime.now()))
                        .chain(account -> accounts.save(call, work, ServiceAccountEvents.SECRET_ROTATED, account)))
                .map(view -> view.showing(secret));
    }

    /** Whoever may delete accounts may delete any: that gives nobody more than they have. */
    Uni<ServiceAccountView> delete(Call call, UUID id) {
        return commands.change(call, work -> accounts.locked(call, work, id)
                .chain(account -> accounts.delete(call, work, ServiceAccountEvents.DELETED, account)));
    }

    /** They go with their tenant. */
    @Produces
    @Singleton
    DataHolder ofDeletedTenant() {
        return OwnedAggregates.ofTenant(SECRETS, "service accounts", accounts, ServiceAccountEvents.DELETED);
    }

    Uni<ServiceAccountView> get(Call call, UUID id) {
        return accounts.get(call, id);
    }

    Uni<Page<ServiceAccountView>> list(Call call, ServiceAccountFilter filter, ListPart page) {
        return accounts.list(call, filter, page);
    }

    /** Who changes an account could give the roles that it has, and later those that it gets. */
    private Uni<ServiceAccount> locked(Call call, Work work, UUID id) {
        return accounts.locked(call, work, id)
                .call(account -> roles.checkGivenBy(call.caller(), work, account.tenantId, account.roles()));
    }
}
