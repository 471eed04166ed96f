package io.skyholm.billing.retention;

import static java.time.Duration.ofDays;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was paid stays; what was only held goes. */
@Singleton
class BillingRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of(Retention.of("hold", "ended_at", ofDays(400)));
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .because("one row for each tenant", "wallet", "billing_details", "invoicing", "wallet_standing")
                .because("one row for each issuer", "invoice_series")
                .because("what was invoiced must be shown for years", "invoice")
                .because("every balance is the sum of all that was ever posted", "ledger_transaction", "posting")
                .because("what was charged is proven by it", "meter", "meter_state", "usage_charge")
                .named("plan", "plan_version")
                .toMap();
    }
}
