package io.skyholm.storage.wallet;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.runtime.testing.facts.StandingFacts;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.util.UUID;

/** What billing tells of a tenant's wallet, in a test that plays it. */
public final class BillingTells {

    private BillingTells() {}

    /** What the tenant may do; returns when it has been heard. */
    public static void standing(UUID tenant, long generation, StandingStage stage, StandingReason... reasons) {
        StandingFacts.tell(tenant, generation, stage, reasons);
        Eventually.rows(
                1, "select count(*) from known_wallet where tenant_id = ? and generation = ?", tenant, generation);
    }
}
