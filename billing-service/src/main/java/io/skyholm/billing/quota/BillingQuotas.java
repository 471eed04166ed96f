package io.skyholm.billing.quota;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** Nothing here has a quota: what a tenant asks for by itself is limited by the day. */
@Singleton
class BillingQuotas implements QuotaPolicy {

    private static final String ONE_EACH = "one row for each tenant";
    private static final String BY_PLATFORM = "made by the platform alone, for what was paid or used";

    private static final String OF_INSTANCE =
            "made by the platform alone, for instances, which have quotas of their own";

    @Override
    public Map<String, String> unlimited() {
        return Map.ofEntries(
                Map.entry("wallet", ONE_EACH),
                Map.entry("billing_details", ONE_EACH),
                Map.entry("invoicing", ONE_EACH),
                Map.entry("wallet_standing", ONE_EACH),
                Map.entry("invoice", "one of usage for each month; a tenant asks for 20 top-ups a day at the most"),
                Map.entry("ledger_transaction", BY_PLATFORM),
                Map.entry("posting", BY_PLATFORM),
                Map.entry("meter", OF_INSTANCE),
                Map.entry("meter_state", OF_INSTANCE),
                Map.entry("usage_charge", BY_PLATFORM),
                Map.entry("hold", "made by the platform alone, for what runs, which has quotas of its own"));
    }
}
