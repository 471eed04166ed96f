package io.skyholm.identity.user;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.identity.keycloak.FirstAdministrator;
import io.skyholm.identity.tenant.Tenants;
import io.skyholm.runtime.aggregate.Revision;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes the operator's own tenant and its first administrator, once; the rest is the ordinary way. */
@Singleton
class FirstUser {

    private static final Logger LOG = Logger.getLogger(FirstUser.class);
    private static final String OPERATOR = "Skyholm";

    private final TenantTransaction transactions;
    private final Tenants tenants;
    private final Users users;

    FirstUser(TenantTransaction transactions, Tenants tenants, Users users) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.users = users;
    }

    void start(@Observes StartupEvent started, io.vertx.core.Vertx vertx, FirstAdministrator configured) {
        configured
                .id()
                .ifPresent(id -> vertx.runOnContext(ignored -> transactions
                        .change(Cause.platform(), work -> ensure(work, id))
                        .subscribe()
                        .with(done -> {}, failure -> LOG.warnf("The first administrator was not made: %s", failure))));
    }

    private Uni<Void> ensure(Work work, UUID id) {
        return work.lock(User.class, id)
                .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : make(work, id));
    }

    private Uni<Void> make(Work work, UUID id) {
        CreateUser administrator = new CreateUser(
                null,
                "admin",
                "admin@skyholm.local",
                "First",
                "Administrator",
                Set.of(BuiltInRole.ADMIN.name()),
                null,
                Map.of());
        return tenants.found(work, OPERATOR, id, null)
                .chain(tenantId ->
                        users.insert(work, new User(id, tenantId, administrator, Revision.first(null, work.now()))));
    }
}
