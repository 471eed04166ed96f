package io.skyholm.billing.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of billing that a deletion leaves as they are. */
@Singleton
class BillingData implements DataPolicy {

    private static final String INVOICES = "what was invoiced must be shown for years as it was sent";
    private static final String LEDGER = "who paid what for what must be shown for years; it names ids and amounts";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.ofEntries(
                        Map.entry("wallet", LEDGER),
                        Map.entry("ledger_transaction", LEDGER),
                        Map.entry("posting", LEDGER),
                        Map.entry("meter", LEDGER),
                        Map.entry("meter_state", LEDGER),
                        Map.entry("usage_charge", LEDGER),
                        Map.entry("invoice", INVOICES),
                        Map.entry("wallet_standing", "numbers alone, which go on following those of the wallet"),
                        Map.entry("invoicing", "what was charged last is invoiced when the tenant is gone"),
                        Map.entry("billing_details", "the last invoice is made out to it when the tenant is gone"));
            case USER ->
                Map.of(
                        "invoice",
                        INVOICES,
                        "billing_details",
                        "it names who answers for the tenant until identity names another");
        };
    }
}
