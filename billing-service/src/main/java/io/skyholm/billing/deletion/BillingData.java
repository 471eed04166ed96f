package io.skyholm.billing.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of billing that a deletion leaves as they are. */
@Singleton
class BillingData implements DataPolicy {

    private static final String LEDGER = "who paid what for what must be shown for years; it names ids and amounts";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.of(
                        "wallet",
                        LEDGER,
                        "ledger_transaction",
                        LEDGER,
                        "posting",
                        LEDGER,
                        "meter",
                        LEDGER,
                        "meter_state",
                        LEDGER,
                        "usage_charge",
                        LEDGER);
            case USER -> Map.of();
        };
    }
}
