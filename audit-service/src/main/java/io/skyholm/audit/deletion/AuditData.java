package io.skyholm.audit.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** Audit keeps all of it: who did what is what it is for. */
@Singleton
class AuditData implements DataPolicy {

    private static final String PROOF = "what was audited is never deleted: it is archived when its time is over";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT ->
                Map.ofEntries(
                        Map.entry("audit_entry", PROOF),
                        Map.entry("audit_chain", PROOF),
                        Map.entry("audit_digest", PROOF),
                        Map.entry("audit_archived_chain", PROOF));
            case USER -> Map.ofEntries(Map.entry("audit_entry", PROOF));
        };
    }
}
