package io.skyholm.audit.quota;

import io.skyholm.runtime.quota.QuotaPolicy;
import jakarta.inject.Singleton;
import java.util.Map;

/** Nothing here has a quota: what was done must be audited, and is bounded where it is done. */
@Singleton
class AuditQuotas implements QuotaPolicy {

    @Override
    public Map<String, String> unlimited() {
        return Map.of(
                "audit_entry",
                        "one row for an event or a call, of which the gateway lets so many in; archived by the month",
                "audit_chain", "one row for each tenant",
                "audit_digest", "one row for each tenant and interval of signing in which something of it was audited",
                "audit_archived_chain", "one row for each tenant and archived month");
    }
}
