package io.skyholm.identity.secret;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets people who never came back, and mail that has had its day: nobody asks for either, and it is personal. */
@Singleton
class Forgetting {

    private static final Logger LOG = Logger.getLogger(Forgetting.class);
    private static final String OLD = """
            delete from %1$s where ctid in
                (select ctid from %1$s where %2$s < now() - interval '30 days' and %3$s
                 limit 5000 for update skip locked)""";
    private static final String MAILS = OLD.formatted("mail", "created_at", "state <> 'QUEUED'");
    private static final String REGISTRATIONS = OLD.formatted("registration", "expires_at", "true");
    private static final String VERIFICATIONS = OLD.formatted("email_verification", "expires_at", "true");

    private final TenantTransaction transactions;

    Forgetting(TenantTransaction transactions) {
        this.transactions = transactions;
    }

    void start(
            @Observes StartupEvent started,
            Vertx vertx,
            @ConfigProperty(name = "skyholm.forget-every", defaultValue = "10M") Duration every) {
        vertx.setPeriodic(every.toMillis(), timer -> forget().subscribe()
                .with(done -> {}, failure -> LOG.warnf("Forgetting is tried again later: %s", failure)));
    }

    private Uni<Integer> forget() {
        return transactions.change(Cause.platform(), Forgetting::forget);
    }

    static Uni<Integer> forget(Work work) {
        return work.execute(MAILS).chain(() -> work.execute(REGISTRATIONS)).chain(() -> work.execute(VERIFICATIONS));
    }
}
