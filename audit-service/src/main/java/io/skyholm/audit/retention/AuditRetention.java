package io.skyholm.audit.retention;

import io.skyholm.runtime.housekeeping.Exemptions;
import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Proof is never deleted here: months are archived, and only then dropped. */
@Singleton
class AuditRetention implements RetentionPolicy {

    @Override
    public List<Retention> expiring() {
        return List.of();
    }

    @Override
    public Map<String, String> exempt() {
        return new Exemptions()
                .because("a partition for each month, which is archived to a file and then dropped", "audit_entry")
                .because("one row", "audit_recording")
                .because("one row for each tenant", "audit_chain")
                .because(
                        "verifying an archive needs it, however old",
                        "audit_key",
                        "audit_digest",
                        "audit_archive",
                        "audit_archived_chain")
                .because(
                        "an event that could not be read is a record that nobody may drop; a row goes when it is read",
                        "parked_event")
                .toMap();
    }
}
