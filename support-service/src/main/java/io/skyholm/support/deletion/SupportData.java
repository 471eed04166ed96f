package io.skyholm.support.deletion;

import io.skyholm.deletion.DataPolicy;
import io.skyholm.events.deletion.DataOwner;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of support that a deletion leaves as they are. */
@Singleton
class SupportData implements DataPolicy {

    private static final String TENANTS = "it stays its tenant's; the id of whoever wrote it names nobody any more";

    @Override
    public Map<String, String> kept(DataOwner owner) {
        return switch (owner) {
            case TENANT -> Map.of();
            case USER -> Map.of("ticket", TENANTS, "ticket_message", TENANTS);
        };
    }
}
