package io.skyholm.audit.retention;

import io.skyholm.runtime.housekeeping.Retention;
import io.skyholm.runtime.housekeeping.RetentionPolicy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Proof is never deleted here: months are archived, and only then dropped. */
@Singleton
class AuditRetention implements RetentionPolicy {

    private static final String PROOF = "verifying an archive needs it, however old";

    @Override
    public List<Retention> expiring() {
        return List.of();
    }

    @Override
    public Map<String, String> exempt() {
        return Map.of(
                "audit_entry",
                "a partition for each month, which is archived to a file and then dropped",
                "audit_recording",
                "one row",
                "audit_chain",
                "one row for each tenant",
                "audit_key",
                PROOF,
                "audit_digest",
                PROOF,
                "audit_archive",
                PROOF,
                "audit_archived_chain",
                PROOF,
                "parked_event",
                "an event that could not be read is a record that nobody may drop; a row goes when it is read");
    }
}
