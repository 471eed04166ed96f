package io.skyholm.compute.wallet;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.billing.WalletEvents;
import io.skyholm.events.billing.WalletFact;
import io.skyholm.runtime.testing.facts.StandingFacts;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.Instant;
import java.util.UUID;

/** What billing tells of a tenant's wallet, in a test that plays it. */
public final class BillingTells {

    private static final Sql SQL = Sql.asSuperuser("compute");

    private BillingTells() {}

    /** That so much can be spent; returns when it has been heard. */
    public static void wallet(UUID tenant, long generation, String available) {
        Instant now = Instant.now();
        Broker.tell(
                WalletEvents.CHANGED,
                new WalletFact(tenant, generation, tenant, "EUR", available, "0.00", available, now, now));
        Eventually.rows(
                1, "select count(*) from known_wallet where tenant_id = ? and generation >= ?", tenant, generation);
    }

    /** What the tenant may do. */
    public static void standing(UUID tenant, long generation, StandingStage stage, StandingReason... reasons) {
        StandingFacts.tell(tenant, generation, stage, reasons);
        Eventually.holds(
                "the standing of " + tenant + " was heard",
                () -> SQL.number(
                                "select count(*) from known_wallet where tenant_id = ? and standing_generation >= ?",
                                tenant,
                                generation)
                        == 1);
    }
}
