package io.skyholm.runtime.testing.facts;

import io.skyholm.events.billing.StandingReason;
import io.skyholm.events.billing.StandingStage;
import io.skyholm.events.billing.WalletStandingEvents;
import io.skyholm.events.billing.WalletStandingFact;
import io.skyholm.runtime.testing.fixtures.Broker;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What billing tells of what a tenant may do, in the tests of services that hear it. */
public final class StandingFacts {

    private StandingFacts() {}

    public static void tell(UUID tenant, long generation, StandingStage stage, StandingReason... reasons) {
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
