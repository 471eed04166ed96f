package io.skyholm.storage.wallet;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.billing.WalletStandingEvents;
import io.skyholm.events.billing.WalletStandingFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What billing tells of a tenant's wallet, in a test that plays it. */
final class BillingTells {

    private BillingTells() {}

    /** What the tenant may do; returns when it has been heard. */
    static void standing(UUID tenant, long generation, StandingStage stage, StandingReason... reasons) {
        tell(tenant, generation, stage, reasons);
        Eventually.rows(
                1, "select count(*) from known_wallet where tenant_id = ? and generation = ?", tenant, generation);
    }

    /** The same, whether or not anything comes of it. */
    static void tell(UUID tenant, long generation, StandingStage stage, StandingReason... reasons) {
        Instant now = Instant.now();
        Broker.tell(
                WalletStandingEvents.of(stage),
                new WalletStandingFact(
                        tenant,
                        generation,
                        tenant,
                        "EUR",
                        stage,
                        List.of(reasons),
                        now,
                        "0.00",
                        "0.50",
                        "3.00",
                        stage.refusesNew() ? "0.50" : "0.00",
                        null,
                        now,
                        now));
    }
}
