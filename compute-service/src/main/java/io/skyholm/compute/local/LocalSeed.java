package io.skyholm.compute.local;

import io.quarkus.runtime.StartupEvent;
import io.skyholm.compute.datacenter.DataCenters;
import io.skyholm.compute.join.CreateJoinToken;
import io.skyholm.compute.join.JoinTokens;
import io.skyholm.compute.join.TokenText;
import io.skyholm.compute.plan.Plans;
import io.skyholm.compute.pool.CreatePool;
import io.skyholm.compute.pool.Pools;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.Sequentially;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.tenant.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/** Makes, where they are missing, the place, the pool, the plans and the tokens that a developer's own suite begins with. */
@Singleton
class LocalSeed {

    private static final Logger LOG = Logger.getLogger(LocalSeed.class);
    private static final String NAME = "local";
    private static final int YEARS = (int) Duration.ofDays(3650).toSeconds();

    private final TenantTransaction transactions;
    private final DataCenters dataCenters;
    private final Pools pools;
    private final Plans plans;
    private final JoinTokens tokens;

    LocalSeed(TenantTransaction transactions, DataCenters dataCenters, Pools pools, Plans plans, JoinTokens tokens) {
        this.transactions = transactions;
        this.dataCenters = dataCenters;
        this.pools = pools;
        this.plans = plans;
        this.tokens = tokens;
    }

    void start(@Observes StartupEvent started, Vertx vertx, LocalSettings settings) {
        if (settings.suite()) {
            List<TokenText> hosts = settings.joinSecret().stream()
                    .flatMap(secret -> IntStream.rangeClosed(1, settings.hosts())
                            .mapToObj(number -> TokenText.ofLocalHost(secret, number)))
                    .toList();
            vertx.runOnContext(ignored -> plant(hosts)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("The local suite has no beginning: %s", failure)));
        }
    }

    /** One replica at a time looks what is missing. */
    Uni<Void> plant(List<TokenText> hosts) {
        return transactions.change(Cause.platform(), work -> {
            work.lockName("compute local seed");
            return plans.seed(work)
                    .chain(() -> dataCenters.named(work, NAME))
                    .chain(place -> pools.named(work, pool(place)))
                    .chain(pool -> ensure(work, hosts, pool));
        });
    }

    private static CreatePool pool(UUID place) {
        return new CreatePool(
                place, NAME, null, null, null, null, BigDecimal.valueOf(4), BigDecimal.ONE, BigDecimal.ONE);
    }

    private Uni<Void> ensure(Work work, List<TokenText> hosts, UUID pool) {
        CreateJoinToken token = new CreateJoinToken(pool, YEARS, null, null, List.of());
        return Sequentially.of(hosts, text -> tokens.ensure(work, text, token)).replaceWithVoid();
    }
}
